"""Colour for a terminal, or none.

Source: ECMA-48, section 8.3.117 (SGR): 1 bold, 2 faint, 4 underlined, 31 red, 0 back to normal.
"""

from collections.abc import Iterable, Iterator

BEGIN, END = "\x02", "\x03"
"""Put around the stretch to mark; cleaned text has no such characters of its own."""

_SHOWN = {ord(BEGIN): "‹", ord(END): "›"}


class Paint:
    """Paints stretches of a line when colour is wanted, and leaves them as they are when not."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def strong(self, text: str) -> str:
        """Bold."""
        return self._paint("1", text)

    def faint(self, text: str) -> str:
        """Faint."""
        return self._paint("2", text)

    def alarm(self, text: str) -> str:
        """Bold red."""
        return self._paint("1;31", text)

    def marked(self, lines: Iterable[str]) -> Iterator[str]:
        """Show ‹ and › for `BEGIN` and `END`, and underline what is between, over line ends."""
        inside = False
        for line in lines:
            begin = line.index(BEGIN) if BEGIN in line else 0
            end = line.index(END) + 1 if END in line else len(line)
            inside = inside or BEGIN in line
            stretch = self._paint("4", line[begin:end]) if inside else line[begin:end]
            inside = inside and END not in line
            yield (line[:begin] + stretch + line[end:]).translate(_SHOWN)

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text

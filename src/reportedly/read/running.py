"""Keeps the engine busy: windows run side by side while those before them are decoded.

Invariant: windows come out in the order in which they went in, whatever the number of threads.
"""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future

from reportedly.read.engine import Engine, Output
from reportedly.read.windows import Window, batch

GROUP_WINDOWS = 16  # decoded together; a long document streams in groups
# Under way at once, run or waiting: enough to keep the engine busy while a group is decoded, few enough that
# what it says of them, about half a megabyte a window, stays small beside the model.
AHEAD_WINDOWS = 16


class Running:
    """A document's windows on their way through the engine; the first ones start at once."""

    def __init__(self, engine: Engine, windows: Iterator[Window]) -> None:
        self._engine = engine
        self._windows = windows
        self._waiting: deque[tuple[Window, Future[Output]]] = deque()
        self._start()

    def __len__(self) -> int:
        """How many windows are under way."""
        return len(self._waiting)

    def groups(self) -> Iterator[list[tuple[Window, Output]]]:
        """Yield all windows in order, each with what the engine says of it, some at a time."""
        while self._waiting:
            yield [self._next() for _ in range(min(GROUP_WINDOWS, len(self._waiting)))]

    def _next(self) -> tuple[Window, Output]:
        window, future = self._waiting.popleft()
        self._start()
        return window, future.result().of_window(0, window.last - window.first)

    def _start(self) -> None:
        """Start windows until enough are under way."""
        while len(self._waiting) < AHEAD_WINDOWS:
            window = next(self._windows, None)
            if window is None:
                return
            # One window a run: nothing is padding, and since the engine picks its 8-bit scales run by run,
            # what is read in a window never depends on the windows around it.
            self._waiting.append((window, self._engine.start(batch([window]))))

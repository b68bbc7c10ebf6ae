"""Invented reports and PDF files for the tests of ingest."""

from collections.abc import Sequence

PARAGRAPH = (
    "The harbour chief of Velt said on Monday that patrols along the northern coast had doubled since the"
    " spring, and that smugglers had moved south to the small ports."
)
SECOND = "Fishermen told the Post that they had not seen any of the new boats in the strait this month."

Line = tuple[int, int, int, str]


def page(body: str, *, head: str = "", lang: str = "en") -> bytes:
    """A whole saved page."""
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><nav><ul><li><a href="/">Home</a></li>'
        f'<li><a href="/w">World</a></li></ul></nav><main><article>{body}</article></main>'
        "<footer>Copyright 2031 Coast Post. All rights reserved.</footer></body></html>"
    ).encode()


def pdf(
    pages: Sequence[Sequence[Line]], *, leftwards: bool = False, locked: bool = False, info: str = ""
) -> bytes:
    """A PDF whose pages hold lines of (x, y, size in points, text)."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    viewer = "/ViewerPreferences<</Direction/R2L>>" if leftwards else ""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{viewer}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        stream = b"BT\n" + b"".join(_shown(line) for line in lines) + b"ET"
        box = "/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {5 + 2 * number} 0 R>>".encode())
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<<{info}>>".encode())
    return _file(objects, locked=locked)


def _shown(line: Line) -> bytes:
    left, base, size, words = line
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj\n" % (size, left, base, escaped)


def _file(objects: Sequence[bytes], *, locked: bool) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)
    root = b"/Size %d/Root 1 0 R/Info %d 0 R" % (len(objects) + 1, len(objects))
    size = len(objects) + 1
    end = b"trailer<<%s%s>>\nstartxref\n%d\n%%%%EOF" % (root, lock if locked else b"", len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + end

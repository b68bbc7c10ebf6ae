"""An invented corpus of each format, and readers that say what they are told."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from reportedly.read.decode import Marked
from reportedly.read.reader import Tokens
from reportedly.records import Attribution, Entity, Span, Word

ARTICLE = "The harbour board said the Velt brigade had left. Boats, it added, were back."
#          0                    21   26                         53     60 63         75


def place(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    begin = text.index(words)
    return Span(begin, begin + len(words))


def brat(text: str, attributions: Sequence[Sequence[tuple[str, Sequence[str]]]], *, kind: str) -> str:
    """Stand-off of events; each is a list of (role, parts in words)."""
    lines, number = [], 0
    for event, roles in enumerate(attributions, 1):
        arguments = []
        for role, parts in roles:
            number += 1
            spans = [place(text, part) for part in parts]
            offsets = ";".join(f"{s.begin} {s.end}" for s in spans)
            lines.append(f"T{number}\t{role} {offsets}\t{' '.join(parts)}")
            arguments.append(f"{role}:T{number}")
        number += 1
        lines.append(f"T{number}\t{kind} 0 3\tThe")
        lines.append(f"E{event}\t{kind}:T{number} {' '.join(arguments)}")
    return "\n".join(lines) + "\n"


SAID = [("Source", ["The harbour board"]), ("Cue", ["said"]), ("Content", ["the Velt brigade had left"])]
ADDED = [("Source", ["it"]), ("Cue", ["added"]), ("Content", ["Boats", "were back"])]


def write_article(folder: Path, *, name: str = "one", text: str = ARTICLE) -> Path:
    """An article with two attributions, the second one's content in two parts."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    (folder / f"{name}.ann").write_text(brat(text, [SAID, ADDED], kind="Attribution"), encoding="utf-8")
    return folder


def attribution(text: str, source: str, cue: str, *contents: str) -> Attribution:
    """One as the reader gives it; empty words for a role that is not there."""
    parts = [tuple(place(text, w) for w in words if w) for words in ((source,), (cue,), contents)]
    return Attribution(parts[0], parts[1], parts[2], 1.0)


TREE = """# newdoc id = coast
# sent_id = coast-1
# text = Boats cannot sail.
1\tBoats\tboat\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
2\tcan\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tnot\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\t_
4.1\tsail\tsail\tVERB\tVB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# sent_id = coast-2
1\tNobody\tnobody\tPRON\tNN\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
"""


TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DOCID>coast</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-04-09" functionInDocument="CREATION_TIME">Apr 9</TIMEX3></DCT>
<TEXT>
Guards &amp; crew <EVENT eid="e1">left</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2031-04-07">Monday</TIMEX3>, after
<TIMEX3 tid="t2" type="DURATION" value="P3Y">three years</TIMEX3>.
</TEXT>
</TimeML>
"""


def _gum_page() -> str:
    """A page of GUM's XML: one word a line, some of them in tags."""
    lines = (
        '<text id="GUM_coast" dateCreated="2031-04-09">|<p>|<s type="decl">|The|<w>|half|-|built|</w>|port|(|'
        '<date when="2011">|2011|</date>|)|did|n\'t|open|until|<time when="09:30:00">|9:30|</time>|,|from|'
        '<date from="2012-05">|May|</date>|to|<date notAfter="2012-07">|July|2012|</date>|.|</s>|</p>|</text>'
    ).split("|")
    return "".join(line + ("" if line.startswith("<") else f"\tXX\t{line}") + "\n" for line in lines)


GUM_PAGE = _gum_page()


def write_reports(folder: Path, *, text: str = "Velt sent Ana Orr to Port Sel.") -> Path:
    """One document of a person and two places, in re3d's format."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {"Velt": "Location", "Ana Orr": "Person", "Port Sel": "Location"}
    rows = [
        {"documentId": "a", "begin": place(text, w).begin, "end": place(text, w).end, "type": kind}
        for w, kind in kinds.items()
    ]
    (folder / "documents.jsonl").write_text(json.dumps({"_id": "a", "text": text}) + "\n", "utf-8")
    (folder / "entities.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return folder


def write_case(folder: Path, *, name: str = "one", text: str = ARTICLE) -> Path:
    """A text with two labelled claims, one inside the other."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    long, short = place(text, "the Velt brigade had left"), place(text, "had left")
    claims = [
        {
            "begin": short.begin,
            "end": short.end,
            "chain": ["a", "b", "c"],
            "modality": "reported",
            "activity": None,
        },
        {"begin": long.begin, "end": long.end, "chain": [], "modality": "asserted", "activity": "withdraw"},
    ]
    (folder / f"{name}.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    return folder


class Told:
    """Stands in for the reader: returns what a function makes of the text and its words."""

    def __init__(self, answer: Callable[[str, Tokens], Marked]) -> None:
        self._answer = answer

    def mark(self, text: str, tokens: Tokens) -> Marked:
        return self._answer(text, tokens)


def says(*attributions: Attribution) -> Told:
    """A reader that sees the same attributions in every text."""
    return Told(lambda text, tokens: Marked([], [], list(attributions), []))


def names(*entities: tuple[str, str]) -> Told:
    """A reader that sees these words as entities of these kinds."""
    return Told(
        lambda text, tokens: Marked([], [Entity(place(text, w), k, 1.0) for w, k in entities], [], [])
    )


def parses(rows: Sequence[tuple[str, int | None, str]]) -> Told:
    """A reader that gives each word this part of speech, head (in its sentence) and relation."""

    def answer(text: str, tokens: Tokens) -> Marked:
        words = [
            Word(span, text[span.begin : span.end], "", upos, "", head, relation)
            for span, (upos, head, relation) in zip(tokens.spans, rows, strict=True)
        ]
        return Marked(words, [], [], [])

    return Told(answer)

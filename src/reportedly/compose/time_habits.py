"""Whether words tell what recurs, or holds these days, rather than when something happened.

Takes: the document's text and where a month, a season or "today" stands.
Gives: yes or no.
Never: parses; it goes by the words of the sentence around.
"""

import re

from reportedly.compose.time_outlook import PASTS
from reportedly.records import Span

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?]\s|\n")
_SENTENCE_CHARS = 160  # code points on either side in which the rest of the sentence is sought
# What is said of every year: how often, what may be, and what only the turn of the year brings.
_HABIT = re.compile(
    r"\b(?:usually|generally|typically|normally|regularly|always|annually|every\s+year|each\s+year|year-round"
    r"|seasonal(?:ly)?|tends?\s+to|can(?:\s+\w+ly)?\s+(?:be|get|reach|rise|fall|drop)|temperatures?|climate"
    r"|weather|monsoons?|rainfall|humid(?:ity)?|snowfall|(?:best|worst)\s+(?:time|month|season)s?"
    r"|is\s+best|(?:low|high|peak|dry|wet|rainy)\s+season)\b|°",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:be|is|are)\s+(?:\w+ly\s+)?\w+", re.IGNORECASE)  # "can be limited" is no past
_ONCE = re.compile(
    rf"\b(?:was|were|had|has|have|did|will|would|shall|won['’]t|[a-z]{{2,}}ed|{'|'.join(PASTS)})\b|['’]ll\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)(?:the\s+)?$", re.IGNORECASE)
_BEING = re.compile(r"s?\s+(?:is|are|can|tends?|brings?)\b(?!\s+(?:when|over|coming|here|not\b))")
_BEFORE_CHARS = 8  # code points before a word in which its sentence begins, "the" included


def recurs(text: str, span: Span) -> bool:
    """Tell whether a month or season without a year is said of every year.

    Args:
        text: the document's text.
        span: the month or season, in code points.
    Returns:
        True when its sentence tells a habit or the climate and nothing past or to come ("in July it can be
        hot"), or begins with it as what it speaks of ("October is the month of the fair").
    """
    before = _SENTENCE_END.split(text[max(0, span.begin - _SENTENCE_CHARS) : span.begin])[-1]
    after = _SENTENCE_END.split(text[span.end : span.end + _SENTENCE_CHARS], maxsplit=1)[0]
    sentence = f"{before} {after}"
    if _ONCE.search(_PASSIVE.sub(" ", sentence)):
        return False
    return bool(_HABIT.search(sentence)) or (begins_sentence(text, span.begin) and bool(_BEING.match(after)))


def begins_sentence(text: str, at: int) -> bool:
    """Tell whether a sentence begins here, or one word, "the", before."""
    return bool(_BEGINS.search(text[max(0, at - _BEFORE_CHARS) : at]))


# ---------------------------------------------------------------- "today" for these days

_STILL = re.compile(
    r"\b(?:still(?:\s+\w+){0,6}|known|in\s+use|used|what\s+is(?:\s+now)?|exists?|continues?|remains?|seen|visible"
    r"|called|it\s+is|lives?\s+on)\s+$",
    re.IGNORECASE,
)
_NOWADAYS = re.compile(
    r"['’]s\s+(?:\w+\s+)?(?:youth|world|generations?|society|standards|technology|children|terms|life)"
    r"|\s+(?:than\s+ever|as\s+(?:it|they)\s+(?:was|were))\b"
)
_STILL_CHARS = 50  # code points before "today" in which "still" may stand
# "Today, the tower is a museum", "Today the valley still has mills", "Ilden today is a quiet town".
_STATE = (
    r"(?:still|remains?|lives?|exists?|survives?|stands?|makes?\s+up|(?:is|are)\s+(?:still|known|called|used|home"
    r"|one\s+of|among|the\s+most|considered)|(?:is|are|has|have)\s+(?:a|an|some|about|around|over|more|fewer|many"
    r"|most|\d[\d,.]*)\b)"
)
_OPENS = re.compile(
    rf",?\s+(?!(?:I|we|you|our|my|this|that|it)\b)(?:[\w’'-]+\s+){{1,5}}?{_STATE}\b", re.IGNORECASE
)
_TOPIC = re.compile(
    r"(?:^|[.!?]\s+|\n\s*)(?:The\s+)?(?!(?:But|And|Or|Yet|So|Then|That|This|What|It|Here|Only|Not|Since|Until)\b)"
    r"[A-ZÀ-Þ][\w’'-]+\s+$"
)
_IS = re.compile(r"\s+(?:is|are|may|remains?|has|have)\b")


def is_nowadays(text: str, span: Span) -> bool:
    """Tell whether "today" means these days: "still in use today", "today's youth", "Ilden today is a ruin".

    Args:
        text: the document's text.
        span: the word, in code points.
    """
    before, after = text[max(0, span.begin - _STILL_CHARS) : span.begin], text[span.end : span.end + 90]
    if _STILL.search(before) or _NOWADAYS.match(after):
        return True
    if begins_sentence(text, span.begin):
        return bool(_OPENS.match(after))
    return bool(_TOPIC.search(before) and _IS.match(after))

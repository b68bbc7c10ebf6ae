"""Whether the statement that a time stands in looks ahead, told from the words around it.

Takes: the document's text and where the time stands.
Gives: yes or no.
Never: parses; it goes by the verb nearest to the time in its clause.
"""

import re

from reportedly.records import Span

# Forms of the past that do not end in "ed" and are no present too.
PASTS = (
    "ate became began bent bit bled blew bore bought bound bred broke brought built burnt came caught chose"
    " clung crept dealt drank drew drove dug fell felt fled flew flung forbade forgot fought found froze gave"
    " got grew heard held hid hung kept knew laid led left lent lost made meant met paid ran rang rode rose"
    " sang sank sat saw sent shook shot slept slid slung sold spent spoke stole stood stuck struck stung swam"
    " swept swore swung taught thought threw told took tore understood went withdrew woke won wore wove wrote"
).split()
_AUXILIARY = r"(?:will|shall|would|won['’]t)"
_TO_BE = (
    r"(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:to|due|set|expected|scheduled|slated|likely|about|going"
    r"|planned|supposed)\b"
)
_MEANT = (
    r"(?:expect|plan|schedul|intend|hope|agree|vow|promis|prepar|want|wait|ready|order|demand)\w*"
    r"\s+(?:\w+\s+){0,2}?(?:to|for)\b"
)
_WITH_VERB = (
    r"(?:\s+(?:not|also|be|have|then|likely|now|soon|to))*(?:\s+\w+)?"  # so that "will be released" is one
)
_SIGNS = (
    r"upcoming|effective|takes?\s+effect|payable|of\s+record|expires?|extended|deadline|reconvenes?|begins|starts"
    r"|as\s+(?:early|soon|late)\s+as|next"
)
_VERB = re.compile(
    rf"\b(?:(?:{_AUXILIARY}|{_TO_BE}|due\b|set\b(?=\s+(?:to|for)\b)|{_MEANT}){_WITH_VERB}|{_SIGNS})\b|['’]ll\b"
    rf"|\b(?P<behind>sa(?:id|ys)|was|were|had|has|have|did|(?<!to\s)[a-z]{{2,}}ed|{'|'.join(PASTS)})\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:by|until|till|before|through)\s+(?:the\s+)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"(?<![A-Z])[.!?;:]\s|[\n–—]|``|''|[“”\"]|\b(?:and|but|while|after|when|which|who|where|because)\b"
)
_CLAUSE_CHARS = 90  # code points on either side in which the verb of the clause is sought


def looks_ahead(text: str, span: Span) -> bool:
    """Tell whether the verb of the clause that a time stands in looks ahead of what is reported.

    Args:
        text: the document's text.
        span: the time, in code points.
    Returns:
        True when the last verb before it in the clause, else the first after it, is in the future.
    """
    before = text[max(0, span.begin - _CLAUSE_CHARS) : span.begin]
    clause = _CLAUSE_END.split(before)[-1]
    found = list(_VERB.finditer(clause))
    if found:
        return found[-1]["behind"] is None
    if _BOUND.search(before):
        return True
    after = _CLAUSE_END.split(text[span.end : span.end + _CLAUSE_CHARS])[0]
    first = _VERB.search(after)
    return first is not None and first["behind"] is None

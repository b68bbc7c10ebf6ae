"""Claims by hand over plain text, for tests of who is meant."""

from reportedly.records import Claim, Mention, Modality, Polarity, Voice, VoiceKind
from reportedly.resolve import resolve
from tests.compose.invented import Report, bare, nobody


def written(*passages, people=(), bodies=(), read=bare):
    """A report without syntax; `people` and `bodies` are names that the model saw, all over the text.

    `read` gives each passage its syntax where a test needs one.
    """
    report = Report()
    for text in passages:
        report.passage(text, read=read)
    for kind, names in (("Person", people), ("Organisation", bodies)):
        for name in names:
            for nth in range(report.text.count(name)):
                report.named(name, kind, nth)
    return report


def mention(report, words, nth=0):
    span = report.span(words, nth)
    return Mention(words, words, span)


def claim(report, content, *, chain=(), actors=(), targets=(), places=(), nth=0):
    """A claim with voices, actors, targets and places named by (words, nth) or by words alone."""

    def every(names):
        return tuple(mention(report, *((one, 0) if isinstance(one, str) else one)) for one in names)

    span = report.span(content, nth)
    return Claim(
        id="c-0",
        document=report.document.id,
        content=span,
        text=content,
        chain=tuple(Voice(who, VoiceKind.INSTITUTION, None, None) for who in every(chain)),
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        probability=None,
        activity=None,
        actors=every(actors),
        targets=every(targets),
        places=every(places),
        time=None,
        quantities=(),
        items=(),
        rules=(),
        score=0.9,
    )


def resolved(report, *claims, registry=None):
    return resolve(report.document, report.readings, claims, registry=registry or nobody())


def voices(report, *claims):
    """Names of the voices of each claim, outermost first."""
    return [[voice.who.name for voice in one.chain] for one in resolved(report, *claims)]


def actors(report, *claims):
    """Names of the actors of each claim."""
    return [[actor.name for actor in one.actors] for one in resolved(report, *claims)]

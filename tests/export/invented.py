"""A document and its claims by hand, for tests of what is written out."""

from reportedly.records import (
    Activity,
    Claim,
    Document,
    Mention,
    Modality,
    Passage,
    PassageKind,
    Polarity,
    Quantity,
    Reading,
    Sentence,
    Span,
    Time,
    Voice,
    VoiceKind,
)

TEXT = (
    "Port records dispute ferry levy\n\n"
    "The harbour board noted that the Coast Watch said that its crews did not likely tax 12 ferries "
    "at Lomar in May. Nobody objected."
)


def span_of(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def mention_of(words: str, name: str | None = None) -> Mention:
    return Mention(name or words, words, span_of(words))


def a_document() -> Document:
    title, body = span_of("Port records dispute ferry levy"), Span(TEXT.index("The harbour"), len(TEXT))
    return Document(
        id="d-0123456789abcdef",
        name="ferry.txt",
        sha256="0123456789abcdef" * 4,
        text=TEXT,
        passages=(Passage(title, PassageKind.TITLE), Passage(body, PassageKind.PARAGRAPH)),
        title="Port records dispute ferry levy",
        published_reason="the file does not say",
        language="en",
    )


def some_readings() -> tuple[Reading, ...]:
    first = Span(TEXT.index("The harbour"), TEXT.index(" Nobody"))
    second = span_of("Nobody objected.")
    return (Reading(1, (Sentence(first, ()), Sentence(second, ())), (), ()),)


def a_denial() -> Claim:
    board = mention_of("The harbour board", "harbour board")
    watch = mention_of("the Coast Watch", "Coast Watch")
    content = span_of("its crews did not likely tax 12 ferries at Lomar in May")
    return Claim(
        id="c-0123456789ab",
        document="d-0123456789abcdef",
        content=content,
        text=TEXT[content.begin : content.end],
        chain=(
            Voice(board, VoiceKind.INSTITUTION, span_of("noted"), "noted"),
            Voice(watch, VoiceKind.INSTITUTION, span_of("said"), "said"),
        ),
        polarity=Polarity.DENIED,
        modality=Modality.POSSIBLE,
        probability="likely",
        activity=Activity("extortion", "COERCE", "crime", None),
        actors=(mention_of("its crews", "Coast Watch crews"),),
        targets=(mention_of("ferries"),),
        places=(mention_of("Lomar"),),
        time=Time("in May", span_of("in May"), None, "no publication date to count from"),
        quantities=(Quantity("12 ferries", span_of("12 ferries")),),
        items=(),
        rules=("complement", "negation"),
        score=0.123456789,
    )


def a_plain_claim() -> Claim:
    content = span_of("Nobody objected")
    return Claim(
        id="c-ba9876543210",
        document="d-0123456789abcdef",
        content=content,
        text="Nobody objected",
        chain=(),
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        probability=None,
        activity=None,
        actors=(),
        targets=(),
        places=(),
        time=None,
        quantities=(),
        items=(),
        rules=(),
        score=1.0,
    )


def a_hidden_voice() -> Voice:
    return Voice(Mention("unnamed source", None, None), VoiceKind.UNNAMED, None, None)

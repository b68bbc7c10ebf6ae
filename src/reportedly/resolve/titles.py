"""Words that stand before or around a name without being part of it. Readable lists on purpose."""

DETERMINERS = frozenset(
    """
    the a an some several many most both all another other his her its their our this these those that
    """.split()
)

# Ranks, offices and forms of address, in lower case without a full stop.
TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady hon rev reverend father sister bishop archbishop
    cardinal pope imam sheikh sheik ayatollah mullah rabbi gen general lt lieutenant col colonel maj
    major capt captain cmdr commander sgt sergeant cpl corporal pvt private adm admiral brig brigadier
    marshal airman staff chief sen senator rep representative congressman congresswoman gov governor
    mayor judge justice magistrate attorney prosecutor president vice deputy prime minister foreign
    interior defense defence secretary undersecretary state assistant ambassador envoy chancellor king
    queen prince princess emir sultan premier chairman chairwoman director spokesman spokeswoman
    spokesperson officer official leader head former ex then acting senior retired late outgoing
    incoming dictator rebel warlord kingpin drug boss capo alias lawyer analyst expert journalist
    reporter author researcher police army navy air force marine special agent inspector superintendent
    sheriff detective commissioner coordinator rapporteur candidate lawmaker legislator mp commodore
    """.split()
)

# Common nouns that point back to an organisation named before.
INSTITUTIONS = frozenset(
    """
    group organization organisation agency office department ministry institute institution commission
    committee court council party company firm outlet newspaper paper magazine daily weekly website
    station network channel broadcaster watchdog body bank union association army military force
    coalition alliance government administration cartel gang militia faction movement command pentagon
    mission bureau center centre foundation university embassy tribunal ombudsman police service
    statement report study survey
    """.split()
)

# Common nouns for what a body puts out.
RECORDS = frozenset(
    "report review study survey document statement audit assessment figures data records statistics".split()
)

# Common nouns for who publishes: "the newspaper" is the last one that spoke.
OUTLETS = frozenset("paper newspaper outlet agency daily weekly magazine broadcaster website".split())

# Common nouns that, when they speak, are the body that spoke last; when they act, they may be anybody.
SPEAKING_GROUPS = frozenset("group organization organisation watchdog charity".split())

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
IT = frozenset("it its itself".split())
THEY = frozenset("they them their theirs themselves".split())
SPEAKER = frozenset("i we me us my our".split())
RELATIVE = frozenset("who which that whom".split())
PRONOUNS = HE | SHE | IT | THEY | SPEAKER | RELATIVE | frozenset("this these those that one".split())

# Words that count the nouns behind them and are no part of their name.
COUNTS = frozenset(
    """
    at least more less than about around nearly almost over under up to only roughly approximately two
    three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands scores of
    one fewer hundred thousand million billion
    """.split()
)

WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

"""Pieces of the patterns of time expressions, with named groups.

Takes: nothing; they are constants.
Gives: regular expressions to be put together, all to be matched without regard to case.
Never: stands alone; a rule of the grammar says what they mean.
"""

from reportedly.compose import time_words as words
from reportedly.dates import MONTHS


def _month(group: str) -> str:
    return rf"(?P<{group}>{words.cased(MONTHS)}|{words.cased(words.SHORT)}\b\.?)"


def _day(group: str) -> str:
    return rf"(?P<{group}>[0-3]?\d(?:st|nd|rd|th)?)(?![\d%]|[.,:]\d)"


WEEKDAYS = words.cased(words.DAYS)
WEEKDAYS_SHORT = words.cased([day[:3] for day in words.DAYS] + ["Tues", "Thurs"])
FOUR_DIGITS = r"(?:1[1-9]|20)\d\d"
YEAR = rf"(?P<year>{FOUR_DIGITS})(?![\d%]|[.,]\d)"
YEAR_OF = rf"(?:{YEAR}|(?:the\s+)?(?P<yearword>last|this|next|current)\s+year)"
OF_YEAR = rf"(?:\s?,?\s+(?:of\s+|in\s+)?{YEAR_OF})"
YEAR_AGO = r"year[\s-](?:ago|earlier)\s+(?P<unit>quarter|period|month)"
TWO_DIGITS = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:o['’]|oh[\s-])?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
WHICH = r"(?P<which>last|this|next|previous|past|coming|upcoming|current|prior|following)"
ROUGHLY = r"(?:(?:earlier|later|sometime|some\s+time|somewhere)\s+(?:in\s+)?)?"
PART = (
    r"(?:(?:the\s+)?(?P<part>early|mid|late|latter\s+part|(?:beginning|start|middle|end|close)(?=\s+of\b))"
    r"[-\s]+(?:of\s+|in\s+|part\s+of\s+)?(?:the\s+)?)"
)
TO = r"\s*(?:-|–|—|\b(?:and|to|through|thru|until|till|or)\b)\s*(?:the\s+)?"
HEDGE = (
    r"(?P<hedge>(?:nearly|almost|about|some|roughly|around|approximately|over|just\s+over|just\s+under"
    r"|more\s+than|less\s+than|fewer\s+than|at\s+least|at\s+most|up\s+to|well\s+over|close\s+to)\s+)"
)
FEW = (
    r"(?:a\s+(?:good\s+)?few|several|many|some|few|a\s+number\s+of|numerous|countless"
    r"|(?:dozens|scores|hundreds|thousands)\s+of)"
)
ONE_UNIT = rf"(?P<unit>{words.UNIT})"
MANY_UNITS = rf"(?P<unit>{words.UNITS_MANY})"
UNITS = rf"(?P<unit>{words.UNITS_MANY}|{words.UNIT})"
COUNT = rf"(?P<count>{words.COUNT}|one|dozens?)"
NUMBER = rf"(?P<count>{words.NUMBER})"
NTH = (
    r"(?:(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]quarter|\bQ(?P<number>[1-4]))"
)
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
DAYPART = (
    r"(?P<daypart>(?:(?:early|late|mid)[\s-]+)?"
    r"(?:morning|afternoon|evening|night|dawn|daybreak|midnight|noon|midday))"
)
HOUR = (
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?P<daypart>noon|midnight|midday))"
)
HOUR_24 = r"(?P<hour>[01]?\d|2[0-4]):?(?P<minute>[0-5]\d)(?::[0-5]\d)?"
ZONE = r"(?:\s+\(?(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|local\s+time|Eastern(?:\s+time)?)\b\)?)"
# "A 6-year-old boy" says who, "three-quarters of it" how much.
NO_AGE = r"(?!-old|(?<=quarters)\s+of\b|(?<=three-quarters)|(?<=three quarters))"
# A group named after a date ("the May 9 Movement") and a day in a title ("Bloody Sunday") are no times.
NO_GROUP = r"(?!\s+(?-i:Alliance|Movement|Brigades?|Martyrs|Group|Coalition|Bloc|Camp|Organi[sz]ation)\b)"
NO_TITLE = r"(?!\s+(?-i:Times|Telegraph|Herald|Mail|Mirror|Post|News|Agreement)\b)"
# "Every Friday" and "on a Friday" tell no single day.
NO_NAME = r"(?<!\bevery )(?<!\beach )(?<!\bon a )(?<!Black )(?<!Bloody )(?<!Good )(?<!Palm )(?<!Easter )"
# "On the 10th" is a day where the sentence goes on without a noun: not "on the 10th floor".
NO_FLOOR = (
    r"(?!\s+(?!(?:of|and|or|but|at|in|to|for|by|from|with|as|when|while|which|who|that|after|before|near|around"
    r"|during|until|against|the|a|an|he|she|they|it|we|I|his|her|their|its|was|were|is)\b)\w)"
)
AFTER_YEAR = "(?:" + "|".join(rf"(?<=(?<!\d)\d\d\d\d{dash})" for dash in ("-", "–", "/", " – ", " - ")) + ")"
MONTH, TO_MONTH = _month("month"), _month("to_month")
DAY, TO_DAY = _day("day"), _day("to_day")
DAY_WORD = rf"(?P<day>{words.ORDINAL})"
LED = rf"(?:(?:{WEEKDAYS}|{WEEKDAYS_SHORT}\b\.?)\s?,?\s+(?:the\s+)?)?"

"""English passes, also in short; other languages do not."""

import pytest

from reportedly.errors import UnknownLanguage
from reportedly.ingest.language import require_english

ENGLISH = [
    "Patrols doubled",
    "Militia seizes two oil tankers near harbour",
    "El Salvador: army deploys to La Libertad and Los Angeles del Norte",
    "The minister said on Monday that the boats were not seen in the strait, and that none would be.",
    "Hashd al-Harbi, Kata'ib al-Bahr and Liwa al-Sahil denied it.",
]
OTHERS = [
    "قال رئيس الميناء إن الدوريات تضاعفت منذ الربيع وإن المهربين انتقلوا إلى الجنوب.",
    "Начальник порта сообщил, что число патрулей удвоилось с весны.",
    "港口负责人星期一表示，自春季以来巡逻次数增加了一倍。",
    "El jefe del puerto dijo el lunes que las patrullas y los barcos no volvieron.",
    "Le chef du port a déclaré lundi que les patrouilles et les bateaux ne sont pas revenus.",
    "Der Hafenmeister sagte, dass die Boote in der Nacht nicht zu sehen waren.",
    "O chefe do porto disse que as patrulhas não voltaram e que os barcos foram para o sul.",
    "Kepala pelabuhan mengatakan bahwa patroli yang dilakukan di laut itu akan berlanjut dengan kapal.",
    (
        "Naczelnik portu powiedział w poniedziałek że liczba patroli wzrosła dwukrotnie"
        " od wiosny i że przemytnicy przenieśli się na południe gdzie jest mniej straży"
        " oraz więcej małych przystani rybackich."
    ),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_an_english_text_passes(text: str) -> None:
    require_english(text, "a.txt")


@pytest.mark.parametrize("text", OTHERS)
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(UnknownLanguage, match="not in English"):
        require_english(text, "a.txt")


def test_an_english_report_may_quote_another_script() -> None:
    require_english(f"{ENGLISH[3]} He added: «الدوريات تضاعفت».", "a.txt")

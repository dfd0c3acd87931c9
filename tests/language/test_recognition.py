"""Texts that are not in English are told from those that are."""

from __future__ import annotations

from datetime import date

import pytest

from reading import load
from timeline.extractors import extract
from timeline.language.lexicon.function_words import ENGLISH, OTHERS
from timeline.language.recognition import is_english, other_language
from timeline.model.article import Article

TEXTS = {
    "de": (
        "Die Fähre nach Alder ist am Montag bei einem Sturm gesunken. Vier Menschen sind ertrunken, sagte die "
        "Bürgermeisterin. Der Hafen bleibt nach ihren Worten für eine Woche geschlossen, und es wird noch "
        "gesucht."
    ),
    "fr": (
        "Le ferry qui allait à Alder a coulé lundi dans une tempête. Quatre personnes sont mortes, selon la "
        "maire. Le port est fermé pour une semaine et les recherches sont en cours avec des plongeurs."
    ),
    "es": (
        "El ferry que iba a Alder se hundió el lunes en una tormenta. Cuatro personas murieron, según la "
        "alcaldesa. El puerto está cerrado por una semana y los buzos siguen con la búsqueda en la bahía."
    ),
    "it": (
        "Il traghetto per Alder è affondato lunedì in una tempesta. Quattro persone sono morte, ha detto la "
        "sindaca. Il porto è chiuso per una settimana e non si sa che cosa ha causato il disastro."
    ),
    "pt": (
        "A balsa que ia para Alder afundou na segunda-feira em uma tempestade. Quatro pessoas morreram, "
        "segundo a prefeita. O porto está fechado por uma semana e os mergulhadores não param a busca."
    ),
    "nl": (
        "De veerboot naar Alder is maandag in een storm gezonken. Vier mensen zijn verdronken, zei de "
        "burgemeester. De haven blijft een week dicht en er wordt nog gezocht door duikers uit het dorp."
    ),
    "sv": (
        "Färjan till Alder sjönk i måndags i en storm. Fyra människor drunknade, säger borgmästaren. Hamnen "
        "är stängd en vecka och det har inte varit möjligt att leta efter dem som var med på båten."
    ),
    "pl": (
        "Prom do Alder zatonął w poniedziałek w czasie burzy. Cztery osoby nie żyją, jak podała burmistrz. "
        "Port jest zamknięty na tydzień, a nurkowie po raz kolejny szukają za falochronem i przy plaży."
    ),
    "id": (
        "Kapal feri ke Alder tenggelam pada hari Senin dalam badai. Empat orang tewas, kata wali kota. "
        "Pelabuhan itu akan ditutup selama sepekan dan tim penyelam tidak dapat mencari karena ombak dari "
        "laut."
    ),
    "und-Cyrl": ("Паром на остров Алдер затонул в понедельник во время шторма. Четыре человека погибли, сказала мэр."),
    "und-Arab": (
        "غرقت العبارة المتجهة إلى جزيرة ألدر يوم الاثنين خلال عاصفة وقالت رئيسة البلدية إن أربعة أشخاص لقوا حتفهم"
    ),
    "ja": (
        "月曜日、嵐の中でアルダー島行きのフェリーが沈没し、4人が死亡したと市長が述べた。港は一週間閉鎖さ"
        "れる見通しで、捜索が続いている。"
    ),
    "zh": (
        "周一，一艘开往阿尔德岛的渡轮在风暴中沉没，市长说有四人死亡。港口将关闭一周，潜水员仍在搜寻失踪者"
        "，天气没有好转，居民十分担心。"
    ),
    "ko": (
        "월요일 폭풍 속에서 앨더 섬으로 가던 여객선이 침몰해 네 명이 숨졌다고 시장이 밝혔다. "
        "항구는 일주일 동안 폐쇄될 예정이다."
    ),
}


@pytest.mark.parametrize(("tag", "text"), TEXTS.items(), ids=TEXTS)
def test_other_languages_are_named(tag: str, text: str) -> None:
    """
    The most frequent words tell languages in Latin letters, letters the others; an English header changes nothing.
    """
    assert tag == other_language(text)
    assert tag == other_language(f"Title: The ferry that sank\nSource: The Cape\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry to Alder sank on Monday, and four people drowned. The mayor said that the harbour would be shut.",
        (
            "Die Welt, Le Monde, El País and La Stampa are dailies that the mayor of Alder, Jo de la Cruz, was read "
            "from by her aides in a room of the town hall on Monday."
        ),
        "Shr 34 cts a share, a rise of 2 cts\nNet 807,000 dlrs\nRevs a record\n" * 9,
        "Der Hafen ist zu.",
        "ΑΒΓ 東京",
        "",
    ],
)
def test_english_is_not_taken_for_another(text: str) -> None:
    """
    English with names of other languages, tables, and what is too short to tell are no other language.
    """
    assert None is other_language(text)


@pytest.mark.parametrize("corpus", ["statements", "occurrences", "dates", "names"])
def test_examples_are_english(corpus: str) -> None:
    """
    No example of the corpora is taken for another language.
    """
    assert [] == [example.text for example in load(corpus) if other_language(example.text)]


def test_lists_share_no_words() -> None:
    """
    What is frequent in another language shows nothing where it is frequent in English, but for short words.
    """
    shared = {word for known in OTHERS.values() for word in known} & ENGLISH

    assert set() == {word for word in shared if len(word) > 3}


@pytest.mark.parametrize(
    ("tag", "english"),
    [("en", True), ("en-GB", True), ("EN_us", True), ("eng", True), ("English", True), ("de", False), ("enm-x", False)],
)
def test_what_is_stated_as_english(tag: str, *, english: bool) -> None:
    """
    Any English is English, as a tag or a word.
    """
    assert english is is_english(tag)


@pytest.mark.parametrize(
    ("text", "language", "types"),
    [
        (f"{TEXTS['de']} Stand: 2024-08-14, 14. August 2024, 13/08/2024.", None, ["date_mentioned"]),
        (f"{TEXTS['de']} Stand: 2024-08-14.", "und", ["date_mentioned"]),
        ("The ferry sank on 2024-08-12, the mayor said. It was a Monday.", "de-AT", ["date_mentioned"]),
    ],
)
def test_only_iso_dates_are_read_in_other_languages(text: str, language: str | None, types: list[str]) -> None:
    """
    Neither happenings nor statements are read in a text that shows or states another language than English.
    """
    events = extract(Article(key="a", text=text, published=date(2024, 8, 13), language=language))

    assert types == [event.type for event in events]

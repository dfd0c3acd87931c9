"""What an outlet prints in the same words whatever the story is told in no timeline, digest or list of quotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, product
from random import Random

import pytest
from freezegun import freeze_time

import timeline
from building import article, extracted
from building import happened as at_place
from timeline.log.append import append_articles
from timeline.testing import given, happened, published, reextracted, said, withdrawn

FOOTER = "The desk was reached under the usual number."
TITLES = {
    "a": "Bridge at Orrin closed", "b": "Harvest begins early", "c": "Minister resigns", "d": "Ferry runs aground",
    "e": "Choir wins prize",
}  # fmt: skip
LETTERS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "kappa", "sigma", "omega", "omicron")
SAME_STORY = {"a": "Orrin bridge closed", "b": "Orrin mourns", "c": "Orrin asks why"}


def printed(key, *events, title=None, text=None, source="The Orrin Post", **fields):
    """An article of an outlet that ends with its footer, in which that and a happening were read."""
    text = f"The {key} was opened. {FOOTER}" if text is None else text
    told = [happened(f"The {key} was opened.", "2026-01-01", kind="happening", salience=500), *events] if events else []
    return published(key, text, *told, title=title or TITLES[key], source=source, **fields)


def footer(**fields):
    """The footer was taken for a happening."""
    return happened(FOOTER, "2026-01-01", kind="happening", salience=500, **fields)


def texts(*keys):
    """Rows for what happened in these articles."""
    return [{"text": f"The {key} was opened."} for key in keys]


THREE = given(*(printed(key, footer()) for key in "abc"), on="2026-01-02")


def test_same_words_in_three_articles_of_one_outlet_are_not_told():
    """
    A sentence in three articles that have nothing else in common is boilerplate in a timeline and left out of a digest.
    """
    THREE.then("timeline", texts(*"abc"))
    THREE.then("digest_occurrences", [], about=["desk"]).then("digest_occurrences", texts("a"), about=["the a"])
    THREE.then("timeline", [{"text": FOOTER, "kind": "boilerplate", "articles": 3}], kind=["boilerplate"])
    everything = [{"kind": "happening"}, {"kind": "boilerplate"}, {"kind": "happening"}, {"kind": "happening"}]
    THREE.then("timeline", everything, min_salience=0)


@pytest.mark.parametrize(
    "steps",
    [
        [printed(key, footer()) for key in "ab"],
        [printed(key, footer(), source=None) for key in "abc"],
        [printed(key, footer(), source=f"The {key} Post") for key in "abc"],
        [printed(key, footer(), title=title) for key, title in SAME_STORY.items()],
        [printed(key, footer(), title="The same article") for key in "abc"],
        [published(key, FOOTER, footer(), source="The Orrin Post") for key in "abc"],
        [printed("a", footer(), title=title) for title in TITLES.values()],
    ],
    ids=["two articles", "no outlet", "three outlets", "one story", "copies", "no titles", "revisions"],
)
def test_what_is_told_again_for_another_reason_is_told(steps):
    """
    Two articles, articles of other outlets or of one story, copies and revisions of one article make no boilerplate.
    """
    given(*steps, on="2026-01-02").then("boilerplate", [])


def test_whether_a_sentence_can_be_boilerplate_is_judged_once():
    """
    Titles of three articles that share a word rule it out for every moment, those that two of them share as well.
    """
    for shared, titles in (("b", SAME_STORY), ("b", TITLES | {"b": "The bridge opens again"}), ("z", TITLES)):
        steps = [printed(key, footer(), title=titles[key]) for key in "abc"]
        given(*steps).then("repetitions", [{"article": key, "varied": shared not in "abc"} for key in "abc"])


def test_two_of_one_story_among_four_are_no_story():
    """
    A word may stand in the titles of half of the articles, not of more.
    """
    story = given(
        printed("a", footer()), printed("b", footer(), title="Orrin bridge opens again"), printed("c", footer())
    )
    story.then("boilerplate", [])
    story.when(printed("d", footer())).then("boilerplate", [{"publisher": "The Orrin Post", "articles": 4}])


def test_as_of_knows_only_the_articles_of_then():
    """
    What was told when two articles held it still is as of then, and until the third one had been printed.
    """
    story = given(printed("a", footer()), printed("b", footer()), on="2026-01-02")
    story = story.when(printed("c", footer(), published="2026-01-05"), on="2026-01-06")
    story.then("timeline", texts(*"abc"))
    told = [{"text": "The a was opened."}, {"text": FOOTER}, {"text": "The b was opened."}]
    story.then("timeline", told, as_of="2026-01-05")
    story.then("timeline", told, reported_until="2026-01-04")


def test_withdrawn_article_no_longer_counts():
    """
    When one of three articles is withdrawn, the sentence is told again, and as of before it still is not.
    """
    story = THREE.when(withdrawn("b"), on="2026-01-04")
    story.then("timeline", [{"text": "The a was opened."}, {"text": FOOTER}, {"text": "The c was opened."}])
    story.then("timeline", texts(*"abc"), as_of="2026-01-03")


def test_statement_that_an_outlet_always_prints_is_not_quoted():
    """
    Words of the same people in three articles are boilerplate, in `quotes` and in a digest; `--all` shows them.
    """
    text = "The editors say the desk never closes. Ann Lee says the desk never closes."
    always = said("The editors", "the desk never closes", cue_text="say")
    steps = []
    for key in "abc":
        once = said(f"Ann {key} Lee", "the desk never closes", cue_text="says")
        steps.append(published(key, text, always, once, title=TITLES[key], source="The Orrin Post"))
    story, named = given(*steps), [{"speaker": f"Ann {key} Lee"} for key in "abc"]
    story.then("boilerplate", [{"articles": 3}]).then("attributed_statements", named)
    story.then("digest_statements", [], speaker="editors").then("digest_statements", named[:1], speaker="a Lee")
    story.then("attributed_statements", [{"speaker": "The editors"}] * 3, unsaid=True, speaker="editors")


def test_eight_articles_are_counted():
    """
    Of a sentence in every article of an outlet the first eight are kept, whoever comes later.
    """
    steps = [printed(f"n{at}", footer(), title=title) for at, title in enumerate(LETTERS)]
    steps = [*steps, printed("n3", footer(), title="delta again")]
    story = given(*steps).then("repetitions", [{"article": f"n{at}"} for at in (0, 1, 2, 4, 5, 6, 7, 3)])
    story.then("boilerplate", [{"articles": 8}])


def recounted(log, as_of, until):
    """The rows of the view `boilerplate`, counted from the repetitions of then."""
    titles = defaultdict(dict)
    for row in log.sql(f"from repetitions(p_as_of := '{as_of}', p_reported_until := '{until}')"):
        titles[row.publisher, row.wording][row.article] = row.title_words
    counts = {what: Counter(chain.from_iterable(each.values())) for what, each in titles.items()}
    return {
        what: len(each)
        for what, each in titles.items()
        if len(each) >= 3 and 2 * max(counts[what].values(), default=0) <= len(each)
    }


def test_table_is_that_of_a_rebuild_after_any_commit(tmp_path):
    """
    Articles, revisions, readings and withdrawals in any order leave the repetitions that a rebuild makes, and at any
    moment what follows from those of then.
    """
    random = Random(12)  # noqa: S311 - made-up news is no secret
    log = timeline.open(tmp_path / "log.duckdb")
    sentences = [f"Sentence {number} stands here." for number in range(3)]
    found = set()
    for step in range(12):
        key, outlet = random.choice("abcdefghijkl"), random.choice(["Post", "News"])
        chosen = random.sample(sentences, 2)
        text = " ".join(chosen)
        title, day = random.choice([*LETTERS, *TITLES.values(), None]), f"2026-03-{random.randint(1, 12):02}"
        given_article = article(key, text=text, title=title, source=outlet, published=day)
        events = [at_place(sentence, text=text) for sentence in chosen]
        with freeze_time(f"2026-03-{step + 1:02}"):
            if step % 5 == 4 and (known := [row.article for row in log.articles()]):
                log.withdraw(random.choice(known), reason="An order.")
            else:
                append_articles(log.event_log, [extracted(given_article, *events)])
        if step % 3 == 2:
            (check,) = [each for each in log.rebuild(check=True) if each.projection == "repetitions"]
            assert check.agrees
            found.add(check.rows)
    assert len(found) > 2
    shown = {}
    for as_of, until in product(range(1, 13, 3), range(3, 13, 3)):
        clocks = {"as_of": f"2026-03-{as_of:02}", "reported_until": f"2026-03-{until:02}"}
        rows = {(row.publisher, row.wording): row.articles for row in log.run("boilerplate", **clocks)}
        assert recounted(log, *clocks.values()) == rows
        shown[tuple(rows.items())] = clocks
    assert len(shown) > 1


def test_another_reading_is_counted_instead():
    """
    What a later reading no longer finds is no longer counted.
    """
    story = THREE.when(reextracted("c", happened("The c was opened.", kind="happening"), version=2))
    story.then("boilerplate", [])
    story.then("repetitions", [{"article": "a"}, {"article": "b"}])

"""Views over a few rows: each condition of a view decides something here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from row_log import day

WEEK = {"said_from": day(8), "said_to": day(15), "said_basis": "sentence-timex"}
TUESDAY = {"said_from": day(3), "said_to": day(4), "said_basis": "cue-timex"}


def quotes(rows, view, **parameters):
    """Quotes of the rows of a view, in order."""
    return [row["quote"] for row in rows.view(view, **parameters)]


@pytest.fixture
def paper(rows):
    """An article of the first, and what was said in it."""
    rows.add("article")
    rows.add("statement", quote="undated", span_start=30)
    rows.add("statement", quote="Tuesday", speaker="Ann Lee", source_mention="the mayor", span_start=20, **TUESDAY)
    rows.add("statement", quote="that week, in Cork", span_start=10, recorded_from=day(5), **WEEK)
    rows.add("statement", quote="the day itself", said_from=day(3), span_start=0)
    return rows


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"days": [day(3)]}, {"Tuesday"}),  # said on it
        ({"days": [day(1)]}, {"undated", "that week, in Cork", "the day itself"}),  # printed on it, else undated
        ({"days": [day(8)]}, set()),  # a week states no day
        ({"place": "cork"}, {"that week, in Cork"}),
        ({"speaker": "lee"}, {"Tuesday"}),
        ({"speaker": "mayor"}, {"Tuesday"}),
        ({"about": ["lee"]}, {"Tuesday"}),  # who said it
        ({"about": ["cork", "mayor"]}, {"Tuesday", "that week, in Cork"}),
        ({"about": ["cork", "mayor"], "and_about": ["week", "in"]}, {"that week, in Cork"}),
        ({"about": ["cork", "mayor"], "not_about": ["week", "lee"]}, set()),
        ({"recorded_after": day(4)}, {"that week, in Cork"}),
        ({"lead": 2}, {"the day itself", "that week, in Cork"}),  # first in the text, whatever was logged first
        ({"publisher": "cove"}, set()),
        ({"since": day(8)}, {"that week, in Cork"}),
    ],
)
def test_statements_of_a_digest(paper, parameters, expected):
    """
    A digest quotes what was said on a day, or printed on it where nothing else dates it, about the topic.
    """
    assert expected == set(quotes(paper, "digest_statements", **parameters))


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, {"stated", "lead", "led", "late lead", "long"}),
        ({"chosen": True, "lead": 2}, {"stated", "lead", "led"}),  # "long" and "late lead" lead nothing
        ({"chosen": True, "lead": 2, "since": day(1), "until": day(1)}, {"lead", "led"}),
        ({"chosen": True, "lead": 2, "since": day(9), "until": day(9)}, {"stated"}),
        ({"chosen": True, "lead": 3, "since": day(9)}, {"stated"}),
        ({"chosen": True, "lead": 2, "until": "2026-02-28"}, {"lead", "led"}),  # printed a day later
        ({"chosen": True, "lead": 2, "until": "2026-02-27"}, set()),
        ({"place": "cork"}, {"stated"}),
        ({"speaker": "lon"}, {"long"}),
        ({"about": ["late"]}, {"late lead"}),
        ({"about": ["lead"], "and_about": ["late"]}, {"late lead"}),
        ({"about": ["lead"], "not_about": ["late"]}, {"lead"}),
        ({"recorded_after": day(4)}, {"long"}),
        ({"since": day(9), "until": day(9)}, {"stated", "led"}),
    ],
)
def test_happenings_of_a_digest(rows, parameters, expected):
    """
    A digest that chooses takes what states a day, and what leads an article of that day or the next; else all in range.
    """
    rows.add("article")
    rows.add("occurrence", text="stated", sentence=5, places=["Cork"], occurred_from=day(9), occurred_to=day(10))
    rows.add("occurrence", text="lead", sentence=1, basis="publication")
    rows.add("occurrence", text="led", sentence=1, basis="lede-day", occurred_from=day(9), occurred_to=day(10))
    rows.add("occurrence", text="late lead", sentence=2, basis="publication")
    rows.add("occurrence", text="long", sentence=6, occurred_to=day(8), recorded_from=day(5))
    assert expected == {row["text"] for row in rows.view("digest_occurrences", **parameters)}


def test_sentences_of_what_a_digest_quotes(rows):
    """
    A statement has the sentences that hold all of it: of its article, revision and paragraph, and no clauses.
    """
    rows.add("article")
    whole = {"rule": "sentence", "paragraph": 1}
    rows.add("occurrence", text="Second.", **whole, span_start=20, span_end=30)
    rows.add("occurrence", text="First.", **whole, span_start=0, span_end=20)
    rows.add("occurrence", text="a clause", rule="clause", span_start=0, span_end=20)
    for other in ({"article": "b"}, {"revision": 2}, {"paragraph": 2}):
        rows.add("occurrence", text="elsewhere", **whole | other, span_start=0, span_end=30)
    for quote, start, end in (("first", 0, 20), ("both", 10, 25), ("second", 20, 30), ("more", 25, 31)):
        rows.add("statement", quote=quote, speaker="Ann Lee", span_start=start, span_end=end)
    assert {"first": "First.", "both": "First. Second.", "second": "Second.", "more": None} == {
        row["quote"]: row["sentence"] for row in rows.view("digest_statements")
    }


def test_who_writes_is_not_quoted(rows):
    """
    What "I" and "we" report is the article's own word, unless they are known to be somebody's.
    """
    rows.add("article")
    for quote, mention in (("mine", "I"), ("ours", "We"), ("his", "he"), ("nobody's", None)):
        rows.add("statement", quote=quote, source_mention=mention)
    rows.add("statement", quote="hers", speaker="Ann Lee", source_mention="I")
    assert {"his", "hers", "nobody's"} == {row["quote"] for row in rows.view("digest_statements")}


def test_a_digest_chooses_among_sentences(rows):
    """
    Of what is not told the sentences may be chosen, not the clauses in them, and no boilerplate.
    """
    rows.add("article")
    for rule in ("sentence", "clause"):
        for kind, salience in (("happening", 300), ("happening", 200), ("speech", 0), ("boilerplate", 900)):
            rows.add("occurrence", text=f"{rule} {kind} {salience}", rule=rule, kind=kind, salience=salience)
    assert {"sentence happening 300", "sentence happening 200", "sentence speech 0", "clause happening 300"} == {
        row["text"] for row in rows.view("digest_occurrences", chosen=True)
    }


def test_days_that_articles_name(rows):
    """
    Only a time of a day or less is a day that is named; its salience counts articles that came after it twice.
    """
    rows.add("article", published=day(5))
    rows.add("article", article="b", published=day(3))
    for article in ("a", "b"):
        rows.add("date", article=article, date_from=day(3), date_to=day(4))
    rows.add("date", date_to=day(20), precision="month", recorded_from=day(9))
    rows.add("date", date_from=day(4), date_to=day(5), recorded_from=day(9))
    assert {3, 4} == {row["day"].day for row in rows.view("digest_mentions")}
    assert {4} == {row["day"].day for row in rows.view("digest_mentions", recorded_after=day(8))}
    assert [(3, 2, 1, 2.5), (4, 1, 1, 1.5)] == [
        (row["day"].day, row["articles"], row["later_articles"], row["salience"]) for row in rows.view("date_counts")
    ]


def diff(rows, view="claim_diff", **parameters):
    """What changed between the first and now: change, before, after."""
    return [(row["change"], row["before"], row["after"]) for row in rows.view(view, after=day(2), **parameters)]


@pytest.fixture
def known(rows):
    """An article that is known, and an event in it behind the second day."""
    rows.add("article", text="x")
    rows.event("extraction_completed", recorded_at=day(3))
    return rows


def replaced(rows, old, new, **columns):
    """A statement that another one took the place of on the third."""
    rows.add("statement", quote=old, recorded_to=day(3), **columns)
    rows.add("statement", quote=new, recorded_from=day(3), **columns)


@pytest.mark.parametrize(
    ("old", "new", "speaker", "paired"),
    [
        ("one two three four", "one two five six", "Ann", True),  # half of the words, one speaker
        ("one two three four", "one five six seven", "Ann", False),
        ("one two three four five", "one two three four six", None, True),  # nobody is as good as somebody
    ],
)
def test_what_is_told_otherwise_is_a_change(known, old, new, speaker, paired):
    """
    Half of the words of one speaker are the same statement, changed; less is one gone and one new.
    """
    replaced(known, old, new, speaker=speaker)
    changed = [("changed", old, new)]
    assert (changed if paired else [("gone", old, None), ("new", None, new)]) == sorted(diff(known))


def test_another_speaker_needs_nearly_the_same_words(known):
    """
    With another speaker, four words of five make a change, and half of them do not.
    """
    for old, new in (("a b c d e", "a b c d f"), ("one two three four", "one two five six")):
        known.add("statement", quote=old, speaker="Ann", recorded_to=day(3))
        known.add("statement", quote=new, speaker="Ben", recorded_from=day(3))
    assert [
        ("changed", "a b c d e", "a b c d f"), ("gone", "one two three four", None), ("new", None, "one two five six"),
    ] == sorted(diff(known))  # fmt: skip


def test_the_most_alike_are_paired(known):
    """
    Each is paired once, with the most alike; of equals with the nearest paragraph.
    """
    known.add("statement", quote="one two three four", speaker="Ann", recorded_to=day(3), paragraph=5)
    for paragraph, quote in ((1, "one two three five"), (4, "one two three six"), (2, "one two seven eight")):
        known.add("statement", quote=quote, speaker="Ann", recorded_from=day(3), paragraph=paragraph)
    known.add("statement", quote="one two nine", speaker="Ann", recorded_to=day(3), paragraph=9)
    found = {before: after for change, before, after in diff(known) if change == "changed"}
    assert "one two three six" == found["one two three four"]
    assert len(found) == len(set(found.values()))


def test_same_words_are_no_change_as_often_as_they_stand(known):
    """
    What stands twice and then once is gone once; other marks make no other words.
    """
    for _ in range(2):
        known.add("statement", quote="the same", speaker="Ann", recorded_to=day(3))
    known.add("statement", quote="The same!", speaker="Ann", recorded_from=day(3))
    assert [("gone", "the same", None)] == diff(known)


def test_title_and_one_event_are_paired_whatever_the_words(known):
    """
    A title, or an event that was corrected in its words, has changed, however much.
    """
    known.add("article", article="b", title="Old", recorded_to=day(3))
    known.add("article", article="b", title="New", revision=2, recorded_from=day(3))
    known.event("extraction_completed", article="b", recorded_at=day(3))
    event = known.add("occurrence", text="one", recorded_to=day(3))
    known.add("occurrence", text="two", event_id=event, recorded_from=day(3))
    assert [("changed", "Old", "New"), ("changed", "one", "two")] == sorted(diff(known))


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"kind": "article"}, []),
        ({"kind": "statement"}, [("changed", "one two", "one two three")]),
        ({"since": day(3), "until": day(3)}, [("changed", "one two", "one two three")]),  # by its time now
        ({"since": day(1), "until": day(1)}, [("changed", "one two", "one two three")]),  # or before
        ({"since": day(9)}, []),
        ({"article": "b"}, []),
        ({"printed_after": day(2)}, []),  # nothing was printed since
    ],
)
def test_changes_are_asked_by_kind_and_time(known, parameters, expected):
    """
    A change is in range by its time before or after it.
    """
    known.add("statement", quote="one two", speaker="Ann", recorded_to=day(3))
    known.add("statement", quote="one two three", speaker="Ann", recorded_from=day(3), **TUESDAY)
    assert expected == diff(known, **parameters)


def why(rows, **parameters):
    """Why what changed did."""
    return [row["why"] for row in rows.view("log_diff", after=day(2), **parameters)]


def test_reason_of_a_change(rows):
    """
    A decision in that time is the reason, the last one, or that it was taken back; one before or after it is none.
    """
    rows.add("article")
    gone = rows.add("statement", quote="gone", recorded_to=day(3))
    retraction = rows.event("assertion_retracted", causation=gone, recorded_at=day(3), data={"reason": "no"})
    assert ["retracted"] == why(rows)
    rows.event("assertion_retracted", causation=retraction, recorded_at=day(8), data={"reason": "yes"})
    assert ["restored"] == why(rows)
    assert ["retracted"] == why(rows, as_of=day(7))
    rows.event("extraction_completed", recorded_at=day(12))
    rows.add("statement", quote="new", event_id=gone, recorded_from=day(12))
    assert ["read anew"] == [row["why"] for row in rows.view("log_diff", after=day(10))]


def test_what_was_printed_has_no_decision_as_its_reason(rows):
    """
    Between two moments of print nobody decided anything.
    """
    rows.add("article", reported_to=day(5))
    rows.add("article", reported_at=day(5))
    later = rows.add("statement", reported_at=day(5))
    rows.event("extraction_completed", reported_at=day(5))
    rows.event("assertion_corrected", causation=later, reported_at=day(5), data={"reason": "so"})
    found = rows.view("log_diff", printed_after=day(2), reported_until=day(9), kind="statement")
    assert [("read anew", None)] == [(row["why"], row["reason"]) for row in found]


def test_withdrawal_is_the_reason_of_its_own_article(rows):
    """
    Only what is gone with its article has the reason of the withdrawal.
    """
    rows.add("article", recorded_to=day(3))
    rows.add("statement", recorded_to=day(3))
    rows.event("article_withdrawn", recorded_at=day(3), data={"reason": "libel"})
    assert {("withdrawn", "libel")} == {(row["why"], row["reason"]) for row in rows.view("log_diff", after=day(2))}
    rows.add("article", revision=2, recorded_from=day(5))
    rows.event("article_revised", recorded_at=day(5), revision=2)
    assert {("revised", None)} == {(row["why"], row["reason"]) for row in rows.view("log_diff", after=day(2))}


def test_changes_are_asked_by_person_and_change(known):
    """
    A speaker is found by any name of theirs; one kind of change can be asked for.
    """
    known.add("statement", quote="gone", speaker="A. Lee", recorded_to=day(3))
    known.add("statement", quote="something else", speaker="Ben", recorded_from=day(3))
    known.add("identity", person="Ann Lee", name="A. Lee")
    assert [("gone", "gone", None)] == diff(known, "log_diff", speaker="ann lee")
    assert [("gone", "gone", None)] == diff(known, "log_diff", change="gone")
    assert [("new", None, "something else")] == diff(known, "log_diff", speaker="ben")
    assert [("new", None, "something else")] == diff(known, "log_diff", about=["else"])


@pytest.fixture
def versions(rows):
    """Two versions that completed a text, and one that completed another."""
    for version, revision in ((1, 1), (2, 1), (1, 2)):
        rows.event("extraction_completed", extractor="x", extractor_version=version, revision=revision)
    return rows


def extracted(rows, version, at, words, revision=1):
    """An event that a version read."""
    rows.event(
        "statement_reported", extractor="x", extractor_version=version, revision=revision, evidence=[at] if at else [],
        ordinal=rows.count, data={"quote": words},
    )  # fmt: skip


def versions_diff(rows, **parameters):
    """What differs between the two versions."""
    found = rows.view("extractor_diff", extractor="x", before=1, after=2, **parameters)
    return [(row["change"], row["before"], row["after"]) for row in found]


def test_versions_are_compared_in_texts_that_both_completed(versions):
    """
    What only one version has completed is no difference, nor what has no place, nor what both read alike.
    """
    extracted(versions, 1, [0, 4], "only one", revision=2)
    extracted(versions, 1, None, "nowhere")
    for version in (1, 2):
        extracted(versions, version, [0, 4], "alike")
    assert [] == versions_diff(versions)


def test_events_of_two_versions_are_paired_by_their_place(versions):
    """
    An overlap by half pairs, each once, with the one that has most in common.
    """
    extracted(versions, 1, [0, 10], "ten")
    extracted(versions, 2, [0, 5], "half")
    assert [("changed", "ten", "half")] == versions_diff(versions)
    extracted(versions, 2, [0, 9], "nine")
    assert [("changed", "ten", "nine"), ("gained", None, "half")] == sorted(versions_diff(versions))
    extracted(versions, 1, [0, 8], "eight")
    assert [("changed", "ten", "nine"), ("gained", None, "half"), ("lost", "eight", None)] == sorted(
        versions_diff(versions, article="a")
    )
    assert [] == versions_diff(versions, article="b")
    extracted(versions, 1, [20, 30], "left")
    extracted(versions, 2, [26, 40], "right")
    assert ("lost", "left", None) in versions_diff(versions)


def told_by(rows, **parameters):
    """The statement of which each one is told again, by quote."""
    lines = rows.view("statement_lines", **parameters)
    quotes = {row["event_id"]: row["quote"] for row in lines}
    return {(row["quote"], row["article"]): quotes[row["told_by"]] for row in lines}


@pytest.mark.parametrize(
    "case",
    [
        ("we will rebuild the wall", "we will rebuild the wall", 3, True),
        ("we will rebuild the wall", "we will rebuild the wall", 4, False),
        ("we will rebuild the wall, she said", "we will rebuild the wall", 0, True),  # holds all of five words
        ("we will not, she said", "we will not", 0, False),  # three words are too few
        ("yes", "Yes!", 0, True),  # the same words, however few
        ("the wall", "a bridge", 0, False),
    ],
)
@pytest.mark.parametrize("start", [1, 2, 3, 4])
def test_what_is_told_again_within_three_days_is_one(rows, start, case):
    """
    The same words by the same speaker, or four of them and more within others, are one statement within three days.
    """
    first, again, days, same = case
    for article, quote, number in (("a", first, start), ("b", again, start + days)):
        rows.add("article", article=article, published=day(number))
        rows.add("statement", article=article, quote=quote, speaker="Ann")
    assert (first if same else again) == told_by(rows)[again, "b"] or again == first
    assert (1 if same else 2) == len({row["told_by"] for row in rows.view("statement_lines")})


def test_statements_are_asked_by_any_name_of_a_person(rows):
    """
    A person is found by a name that another article gives; whom it is about counts as well.
    """
    rows.add("article")
    event = rows.add("statement", quote="one", speaker="Lee")
    rows.add("mention", event_id=event, position=2, name="Bo", part="about")
    rows.add("statement", quote="two", speaker="Bo")
    rows.add("identity", person="Ann Lee", name="Lee")
    rows.add("identity", person="Ann Lee", name="Annie")
    assert ["one"] == quotes(rows, "statement_lines", speaker="annie")
    assert ["one", "two"] == sorted(quotes(rows, "statement_lines", person="Bo"))
    assert ["one"] == quotes(rows, "statement_lines", person="Ann Lee")
    assert ["one"] == quotes(rows, "statement_lines", about=["bo"])


def test_life_of_an_article_and_of_an_event(rows):
    """
    The life of an article is its texts and extractions; that of an event is its decisions and what undid them.
    """
    rows.event("article_published")
    read = rows.event("statement_reported", extractor="x", extractor_version=1, ordinal=1)
    rows.event("extraction_completed", extractor="x", extractor_version=1)
    decision = rows.event("assertion_retracted", causation=read, article="b")
    rows.event("assertion_retracted", causation=decision, article="b")
    rows.event("article_published", article="c")
    assert [1, 3] == [row["position"] for row in rows.view("history", subject="a")]
    assert [2, 4, 5] == [row["position"] for row in rows.view("history", subject=str(read))]


def test_who_says_most(rows):
    """
    People who say as much as the last one asked for come in the order of their names; a day is at the latest the last.
    """
    rows.add("article")
    for speaker, quote, number in (("Ann", "one", 1), ("Ann", "two", 2), ("Ben", "three", 1), ("Cy", "four", 9)):
        rows.add("statement", speaker=speaker, quote=quote, said_to=day(number + 1))
    assert [("Ann", 1), ("Ann", 2), ("Ben", 1)] == [
        (row["speaker"], row["day"].day) for row in rows.view("matrix", people=2)
    ]
    rows.add("statement", speaker="Dee", quote="five", said_from=day(1), said_to=day(20))
    assert 5 == next(row["day"].day for row in rows.view("matrix", until=day(5)) if row["speaker"] == "Dee")


def test_decision_on_a_name_comes_before_a_later_link(rows):
    """
    What somebody decided holds, whatever rules link later.
    """
    rows.add("identity", person="Ann", name="A", decided=True, rule=None)
    rows.add("identity", person="Bea", name="A")
    assert [("Ann", True)] == [(row["person"], row["decided"]) for row in rows.view("names")]


def test_people_are_those_with_names(rows):
    """
    Who is not resolved to a name is nobody, but for those whom others name; a person is found by another name.
    """
    for name in ("Ann Lee", "Annie"):
        rows.add("mention", name=name, key="n")
    rows.add("mention", name="a bystander", key="n", resolved=False)
    rows.add("mention", name="the Cape", key="n", part="about", resolved=False)
    rows.add("identity", person="Ann Lee", name="Annie")
    assert ["Ann Lee", "the Cape"] == sorted(row["person"] for row in rows.view("people"))
    assert ["Ann Lee"] == [row["person"] for row in rows.view("people", person="annie")]
    assert ["Ann Lee", "Annie", "the Cape"] == [row["name"] for row in rows.view("candidates", after=0)]


def test_names_to_link_are_those_like_new_ones(rows):
    """
    Only names are looked at whose key a name behind the position has.
    """
    for name, key in (("Ann Lee", "l"), ("Bo", "b"), ("A. Lee", "l")):
        rows.add("mention", name=name, key=key)
    assert ["A. Lee", "Ann Lee"] == [row["name"] for row in rows.view("candidates", after=2)]


def test_last_word_on_a_pin(rows):
    """
    The last pin of an article and extractor counts, and none after it was ended.
    """
    rows.event("extraction_pinned", data={"extractor": "x", "pinned": 1})
    rows.event("extraction_pinned", data={"extractor": "x", "pinned": 2})
    rows.event("extraction_pinned", data={"extractor": "y", "pinned": 3})
    assert [("x", 2), ("y", 3)] == [(row["extractor"], row["version"]) for row in rows.view("pins")]
    rows.event("extraction_unpinned", data={"extractor": "x"})
    assert [("y", 3)] == [(row["extractor"], row["version"]) for row in rows.view("pins")]


@pytest.mark.parametrize(
    ("mention", "person", "roles"),
    [
        ("mayor Ann Lee", "Ann Lee", ["mayor"]),
        ("Ann Lee, the mayor, yesterday", "Ann Lee", ["the mayor"]),
        ("Mr Ann Lee", "Ann Lee", []),
        ("Mrs Justice Ann Lee", "Ann Lee", []),  # a title, with what follows it
        ("Ann Lee, who laughed", "Ann Lee", []),
        ("the Lee family’s Ann Lee", "Ann Lee", []),  # holds the name itself
        ("No 1 Ann Lee", "Ann Lee", []),  # no word of three letters
        ("9th mayor Ann Lee", "Ann Lee", []),
        ("mayor Lee", "Lee", []),  # one word is nobody in particular
    ],
)
def test_roles_are_words_beside_a_name(rows, mention, person, roles):
    """
    Words before a name or after its comma are a role, unless they are a title, a clause, a number or the name itself.
    """
    rows.add("article")
    event = rows.add("statement", speaker=person)
    rows.add("mention", event_id=event, name=person, mention=mention)
    assert roles == [row["role"] for row in rows.view("roles", person="")]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"min_confidence": 800}, {"sure"}),
        ({"speaker": "ann"}, {"sure"}),
        ({"place": "cork"}, {"unsure"}),
        ({"about": ["unsu"]}, {"unsure"}),
        ({"about": ["sure"], "and_about": ["UN", "ure"]}, {"unsure"}),
        ({"about": ["sure"], "and_about": ["un", "else"]}, set()),
        ({"about": ["else"], "and_about": ["un"]}, set()),
        ({"not_about": ["else", "UNS"]}, {"sure"}),
        ({"about": ["sure"], "not_about": ["."]}, {"sure", "unsure"}),  # words, not patterns
        ({"about": [], "and_about": [], "not_about": []}, {"sure", "unsure"}),
        ({"since": day(8)}, {"unsure"}),
        ({"publisher": "cove"}, set()),
    ],
)
def test_happenings_are_asked_by_what_they_say(rows, parameters, expected):
    """
    A happening is found by how sure it is, by who speaks in its paragraph, by place, topic, time and outlet.
    """
    rows.add("article")
    rows.add("statement", speaker="Ann")
    rows.add("occurrence", text="sure")
    rows.add(
        "occurrence", text="unsure", confidence=500, paragraph=2, places=["Cork"], occurred_from=day(8),
        occurred_to=day(9),
    )  # fmt: skip
    assert expected == {row["text"] for row in rows.view("timeline", **parameters)}


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, {"happened", "planned"}),
        ({"min_salience": 0}, {"happened", "planned", "hardly", "is"}),
        ({"min_salience": 251}, {"happened", "is"}),
        ({"kind": ["state"]}, {"is"}),
        ({"kind": ["state", "happening"], "min_salience": 200}, {"happened", "is"}),
    ],
)
def test_happenings_are_told_from_the_rest(rows, parameters, expected):
    """
    Told is what happened or is planned and counts enough; other kinds, or another salience, are asked for.
    """
    rows.add("article")
    rows.add("occurrence", text="happened", salience=900)
    rows.add("occurrence", text="planned", kind="planned", salience=250)
    rows.add("occurrence", text="hardly", salience=100)
    rows.add("occurrence", text="is", kind="state", salience=300)
    assert expected == {row["text"] for row in rows.view("timeline", **parameters)}
    assert {"happened", "planned"} == {row["text"] for row in rows.view("digest_occurrences")}


def test_what_is_exact_opens_a_day(rows):
    """
    On a day stand exact times, then days, then what only its printing dates; longer times close the day they begin.
    """
    rows.add("article")
    for text, fields in {
        "printed": {"basis": "publication"},
        "that week": {"occurred_to": day(9)},
        "at noon": {"occurred_from": day(1) + timedelta(hours=12)},
        "that day": {},
        "before": {"occurred_from": None},
        "next day": {"occurred_from": day(3), "occurred_to": day(4)},
    }.items():
        rows.add("occurrence", text=text, **fields)
    expected = ["that day", "at noon", "printed", "that week", "before", "next day"]
    assert expected == [row["text"] for row in rows.view("timeline")]
    assert expected[:2] == [row["text"] for row in rows.view("timeline", limit=2)]


def test_happening_in_several_articles_is_one(rows):
    """
    The same words about the same time are one line, whoever prints them; another modality is another.
    """
    for article, modality in (("a", "asserted"), ("b", "asserted"), ("a", "planned")):
        rows.add("occurrence", article=article, modality=modality)
    rows.add("article")
    rows.add("article", article="b", publisher="The Cove")
    assert [("asserted", 2), ("planned", 1)] == sorted(
        (row["modality"], row["articles"]) for row in rows.view("timeline")
    )


def test_decisions_that_found_nothing(rows):
    """
    Listed is what is in force, is about something that was read, in an article in print, and applies to nothing.
    """
    rows.add("article")
    read = rows.event("statement_reported", ordinal=1, data={"quote": "yes"})
    link = rows.event("mention_linked")
    missed = rows.event("assertion_retracted", causation=read)
    undone = rows.event("assertion_retracted", causation=read)
    rows.event("assertion_retracted", causation=undone)
    rows.event("assertion_retracted", causation=link)
    met = rows.event("assertion_retracted", causation=read)
    rows.add("decision", decision=met)
    elsewhere = rows.event("assertion_retracted", causation=read, article="b")
    found = [row["event_id"] for row in rows.view("unmatched")]
    assert elsewhere not in found
    assert [missed] == found


def test_texts_by_what_had_been_printed(rows):
    """
    Only texts that had been printed by then, in order.
    """
    for revision in (1, 2):
        event = rows.event("article_published", revision=revision)
        rows.add("article", event_id=event, position=rows.count, revision=revision, reported_at=day(4 * revision))
    assert [1, 2] == [row["revision"] for row in rows.view("texts")]
    assert [1] == [row["revision"] for row in rows.view("texts", reported_until=day(5))]
    assert [2] == [row["revision"] for row in rows.view("texts", since=day(5))]


@pytest.mark.parametrize(
    ("here", "everywhere", "expected"),
    [
        (("Ann", False), ("Bea", False), "Ann"),
        (("Ann", False), ("Bea", True), "Bea"),
        (("Ann", True), ("Bea", True), "Ann"),
        ((None, None), ("Bea", False), "Bea"),
        ((None, None), ("Bea", True), "Bea"),
        ((None, None), (None, None), "A"),
    ],
)
def test_person_of_a_name(rows, here, everywhere, expected):
    """
    A decision comes before a link, the own article before all of them, and a name is its own at last.
    """
    values = dict(zip("abcd", (*here, *everywhere), strict=True))
    if values["a"] is None:
        values["b"] = False
    called = "person_of('A', cast($a as varchar), cast($b as boolean), cast($c as varchar), cast($d as boolean))"
    assert expected == rows.value(called, **values)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s  over,he said -- “twice”.", " it's over he said twice "),
        (" (a)\tÉté 3.5 % ", " a été 3 5 "),
        ("a - b", " a b "),
        ("one", " one "),
        (" … ", " "),
    ],
    ids=repr,
)
def test_words_stand_between_single_blanks(rows, text, words):
    """
    Marks and blanks in a row are one blank, at both ends too.
    """
    assert words == rows.value("normalized_words($text)", text=text)


def test_core_of_a_quote(rows):
    """
    Of words that are quoted in part the longest quotation of four words is the core, else all of them are.
    """
    quote = "He called it “a very bad day” and “quite bad”"
    assert " a very bad day " == rows.value("core_quote($quote, 'mixed')", quote=quote)
    assert " he said it was bad " == rows.value("core_quote($quote, 'mixed')", quote="He said it was “bad”")
    assert " he called it a very bad day and quite bad " == rows.value("core_quote($quote, 'indirect')", quote=quote)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((1, 2, None, None), True), ((None, None, None, None), True), ((None, None, 1, None), False),
        ((None, None, None, 1), False), ((3, 4, 3, 3), True), ((3, 4, 4, None), False), ((3, 4, None, 2), False),
        ((3, None, 3, None), True), ((3, None, 4, None), False), ((None, 4, None, 2), False),
        ((None, 4, None, 3), True),
        ((None, 4, 4, None), False), ((1, 9, 4, 5), True),
    ],
)  # fmt: skip
def test_range_of_days(rows, given, expected):
    """
    A half-open time is in a range of days that it overlaps; an open end counts as the known one.
    """
    values = {name: None if number is None else day(number) for name, number in zip("abcd", given, strict=True)}
    called = "in_range(cast($a as timestamp), cast($b as timestamp), cast($c as timestamp), cast($d as timestamp))"
    assert expected is rows.value(called, **values)


@pytest.mark.parametrize(
    ("columns", "clocks", "expected"),
    [
        ({}, {}, True),
        ({"recorded_to": day(5)}, {}, False),
        ({"reported_to": day(5)}, {}, False),
        ({"recorded_from": day(3), "recorded_to": day(5)}, {"as_of": day(4)}, True),
        ({"recorded_from": day(3), "recorded_to": day(5)}, {"as_of": day(5)}, False),
        ({"recorded_from": day(3)}, {"as_of": day(2)}, False),
        ({"reported_at": day(3), "reported_to": day(5)}, {"reported_until": day(4)}, True),
        ({"reported_at": day(3), "reported_to": day(5)}, {"reported_until": day(5)}, False),
        ({"reported_at": day(3)}, {"reported_until": day(2)}, False),
        ({"reported_at": None}, {"reported_until": day(1)}, True),
    ],
)
def test_row_is_valid_at_a_moment(rows, columns, clocks, expected):
    """
    A row is valid from its beginning to before its end, in what was recorded and in what had been printed.
    """
    rows.add("statement", **columns)
    rows.add("article")
    called = ", ".join(f"p_{name} := ${name}" for name in clocks)
    found = rows.connection.execute(f"from statements({called})", {name: str(at) for name, at in clocks.items()})
    assert expected is bool(found.fetchall())


def test_what_was_not_said_is_shown_where_it_is_asked_for(known):
    """
    Speakers, days and digests count what was said; the statements show the rest, marked and apart, when asked.
    """
    for quote, modality in (("it holds", "asserted"), ("it holds", "unsaid"), ("it leaks", "asked")):
        known.add("statement", quote=quote, speaker="Ann", modality=modality)

    assert [("it holds", "asserted")] == [(row["quote"], row["modality"]) for row in known.view("who_said_what_when")]
    assert [("it holds", "asserted"), ("it holds", "unsaid"), ("it leaks", "asked")] == [
        (row["quote"], row["modality"]) for row in known.view("who_said_what_when", unsaid=True)
    ]
    assert [1] == [row["statements"] for row in known.view("speakers")]
    assert [1] == [row["statements"] for row in known.view("matrix")]
    assert ["it holds"] == [row["quote"] for row in known.view("digest_statements")]

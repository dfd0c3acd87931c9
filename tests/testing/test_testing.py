"""The kit for tests of projections shows what is so, and finds what is not."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from building import TEXT, article, extracted
from building import said as reported
from timeline.errors import NotFound, QueryError
from timeline.log.append import append_articles
from timeline.testing import given, happened, named, old, published, reextracted, retracted, said, withdrawn

GUIDE = Path(__file__).parent.parent.parent / "docs" / "how-to-test-a-projection.md"
STORY = given(published("a", TEXT, said("Ann", "the bridge is safe"), said("Bob", "was closed")))

TALLY = """-- projection: tally
-- history:    tally_history
-- grain:      one row per article
-- key:        event_id, recorded_from
-- by:         article
-- order:      position
-- reads:      statement_reported@2
--
-- How many have spoken so far, in whichever article.
select position, event_id, article, count(*) over (order by position) as so_far, recorded_from, recorded_to
from assertions
where type = 'statement_reported'
"""


def test_rows_are_compared_by_the_columns_named():
    """
    Columns that no row names do not count; times may be text or datetimes.
    """
    STORY.then("statements", [{"speaker": "Ann"}, {"speaker": "Bob"}])
    STORY.then("statements", [{"recorded_from": "2026-01-01"}, {"recorded_from": datetime(2026, 1, 1)}])
    STORY.then("speakers", [{"speaker": "Ann", "statements": 1}], speaker="ann")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"speaker": "Ann"}],
        [{"speaker": "Bob"}, {"speaker": "Ann"}],
        [{"speaker": "Ann"}, {"speaker": "Bob"}, {"speaker": "Bob"}],
        [{"speaker": "Ann", "quote": None}, {"speaker": "Bob"}],
    ],
)
def test_other_rows_are_refused(rows):
    """
    A row too few, too many, in another place or with another value fails, and the message shows the true ones.
    """
    with pytest.raises(AssertionError, match=r"statements, as it happened(?s:.*)Bob"):
        STORY.then("statements", rows)


def test_what_does_not_exist_is_named():
    """
    A view, a column or words that are not there are an error of their own, not a failed comparison.
    """
    with pytest.raises(NotFound, match="there are"):
        STORY.then("statments", [])
    with pytest.raises(NotFound, match="no column 'speakr'"):
        STORY.then("statements", [{"speakr": "Ann"}])
    with pytest.raises(NotFound, match="'never said'"):
        STORY.when(retracted("never said")).then("statements", [])
    with pytest.raises(QueryError, match="not in the text"):
        given(published("a", TEXT, said("Ann", "never said")))


def test_story_goes_on():
    """
    Each `when` is a day later, what was before can be asked for, and a story can go on in two ways.
    """
    revised = STORY.when(published("a", f"{TEXT} New.", said("Cid", "was closed")))
    revised.then("statements", [{"speaker": "Cid", "revision": 2, "recorded_from": "2026-01-02"}])
    revised.then("statements", [{"speaker": "Ann"}, {"speaker": "Bob"}], as_of="2026-01-01")
    STORY.when(withdrawn("a"), on="2026-05-01").then("statements", []).then(
        "articles", [{"article": "a"}], as_of="2026-04-30"
    )
    STORY.when(retracted("was closed")).when(reextracted("a", said("Dan", "was closed"))).then("statements", [])


def test_steps_are_any_function_of_a_timeline():
    """
    What the kit has no word for is a function.
    """
    asked = STORY.when(lambda log: log.merge("Ann", "Bob", reason="one"))
    asked.then("identities", [{"person": "Ann", "name": "Bob"}])


def test_dates_and_occurrences():
    """
    Days named and things that happened are placed in the text by their words.
    """
    story = given(published("a", TEXT, named("Monday", "2026-03-02"), happened("the bridge was closed", "2026-03-02")))
    story.then("dates", [{"text": "Monday", "date_from": "2026-03-02", "span_start": TEXT.index("Monday")}])
    story.then("occurrences", [{"occurred_to": "2026-03-03"}])


def test_projection_that_does_not_follow_row_by_row_is_found(tmp_path):
    """
    A projection in a folder of the user's own that counts across articles differs when rebuilt.
    """
    (tmp_path / "projections").mkdir()
    (tmp_path / "projections" / "tally.sql").write_text(TALLY)
    story = given(published("a", TEXT, said("Ann", "was closed")), queries=tmp_path)
    story = story.when(published("b", TEXT, said("Bob", "was closed")))
    rows = [{"article": "a", "so_far": 1}, {"article": "b", "so_far": 1}]
    story.then("tally", rows, replay=0)
    with pytest.raises(AssertionError, match="tally, rebuilt: other rows"):
        story.then("tally", rows)


def test_projection_that_depends_on_its_commits_is_found(tmp_path):
    """
    What was committed at once is caught up in two commits as well.
    """
    (tmp_path / "projections").mkdir()
    (tmp_path / "projections" / "tally.sql").write_text(TALLY)
    both = [extracted(article(key), reported("Ann", "was closed")) for key in "ab"]
    story = given(lambda log: append_articles(log.event_log, both), queries=tmp_path)
    rows = [{"article": "a", "so_far": 1}, {"article": "b", "so_far": 2}]
    story.then("tally", rows, replay=1)
    with pytest.raises(AssertionError, match="tally, caught up in 2 commits: other rows"):
        story.then("tally", rows)


def test_all_that_ever_held_is_a_table_too():
    """
    A projection's history has what was withdrawn.
    """
    story = STORY.when(withdrawn("a"))
    story.then("statement_history", [{"speaker": "Ann"}, {"speaker": "Bob"}], replay=0)


def test_days_are_optional():
    """
    What happened on no day is undated, as publication alone dates it.
    """
    dated, undated = (happened("was closed", day)(TEXT) for day in ("2026-03-02", None))
    assert (datetime(2026, 3, 2), "day", "clause-timex") == (dated.start, dated.precision, dated.basis)
    assert (None, None, "publication") == (undated.start, undated.precision, undated.basis)


def test_the_newest_text_is_read_again():
    """
    A re-extraction is one of the last revision.
    """
    story = STORY.when(published("a", f"{TEXT} New.")).when(reextracted("a", said("Dan", "was closed")))
    story.then("statements", [{"speaker": "Dan", "revision": 2}], replay=0)


def test_other_rows_are_listed_one_below_the_other():
    """
    The message has a line for each row that is missing or too many, and no line that only points.
    """
    with pytest.raises(AssertionError) as raised:
        STORY.then("statements", [{"quote": "the bridge is save"}, {"quote": "was closed"}])
    lines = str(raised.value).splitlines()[1:]
    assert [
        '- {"quote": "the bridge is save"}',
        '+ {"quote": "the bridge is safe"}',
        '  {"quote": "was closed"}',
    ] == lines


def test_nothing_happened():
    """
    An empty log shows nothing.
    """
    given().then("statements", []).then("timeline", [])


def test_guide_is_true():
    """
    The examples of the guide run as they stand.
    """
    for code in re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL):
        exec(code, {})  # noqa: S102 - our own guide


def test_old_events_are_kept_as_they_were():
    """
    What an earlier version wrote is in the log with its version and its data.
    """
    seen = []
    story = given(published("a", TEXT, old("date_mentioned", 1, text="Monday"))).when(
        lambda log: seen.extend(log.log())
    )
    story.then("dates", [{"text": "Monday", "kind": None}])
    assert [("date_mentioned", 1, '{"text":"Monday"}')] == [(*row[4:6], row.data) for row in seen if row.ordinal == 0]

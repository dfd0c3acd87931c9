"""A sentence that is nothing but a statement stands once."""

from __future__ import annotations

import pytest

from digest_rows import happened, said
from growth import grows_with_length
from timeline.digests.deduplicate import without_retold


@pytest.mark.parametrize(
    ("spans", "is_retold"),
    [
        ([(0, 10)], True),
        ([(0, 5)], False),
        ([(0, 3), (2, 5)], False),
        ([(0, 3), (0, 2), (7, 10)], True),
        ([(4, 6), (0, 8), (5, 6)], True),
        ([(8, 30), (0, 4)], True),
        ([(10, 20)], False),
        ([], False),
    ],
)
def test_a_sentence_that_is_mostly_said_is_left_out(spans, is_retold):
    """
    What several statements share counts once, and only as far as it lies in the sentence.
    """
    row = happened("It rained.", span_start=0, span_end=10, basis="publication")
    statements = [said("Ann Lee", "it rained", span_start=start, span_end=end) for start, end in spans]

    assert ([] if is_retold else [row]) == without_retold([row], statements)


def test_many_statements_in_one_article():
    """
    Twice as many sentences and statements take less than three times as long.
    """

    def told(count):
        spans = [{"span_start": 50 * at, "span_end": 50 * at + 40} for at in range(count)]
        rows = [happened("It rained.", basis="publication", **span) for span in spans]
        return rows, [said("Ann Lee", "it rained", **span) for span in spans]

    without_retold(*told(100))
    assert grows_with_length(lambda rows: without_retold(*rows), [told(count) for count in (1000, 2000, 4000)])

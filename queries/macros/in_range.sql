-- macro:     in_range(range_from, range_to, range_since, range_until)
--
-- Does a half-open time overlap the days since..until, both inclusive? An open end counts as the known end: what was
-- said "by 13 August" belongs to 13 August. The undated matches only when no range is asked for. The last two lines
-- follow from those before: of one column each, they let whole stretches of a table ordered by time be passed over.
(range_since is null and range_until is null)
or (
    coalesce(coalesce(range_to, range_from + interval 1 microsecond) > range_since, range_since is null)
    and coalesce(
        coalesce(range_from, range_to - interval 1 microsecond) < cast(range_until as date) + interval 1 day,
        range_until is null
    )
    and (range_since is null or range_to is null or range_to > range_since)
    and (range_until is null or range_from is null or range_from < cast(range_until as date) + interval 1 day)
)

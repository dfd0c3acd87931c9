-- stage: current_texts
-- grain: one row per text of an article and stretch of recorded time in which it was current in print for the same time
-- idle:  not bool_or(type in ('article_revised', 'article_withdrawn'))
-- column: article varchar
-- column: revision integer
-- column: reported_from timestamp
-- column: reported_to timestamp
-- column: since timestamp
-- column: until timestamp
--
-- From when to when a text was the current one, in both clocks: a text gives way to one that was seen later, however
-- late that one arrives; what had been reported before that one was printed, still reads as it did. The text that was
-- seen first of those that are known was printed when the article was, every other when it was captured.
with known as (
    select
        text.article,
        text.revision,
        text.withdrawn_at,
        other.position,
        greatest(text.recorded_at, other.recorded_at) as since,
        case
            when bool_or((other.seen, other.revision) < (text.seen, text.revision)) over so_far then text.changed_at
            else min(other.reported_at) over so_far
        end as reported_from,
        min(other.changed_at) filter ((other.seen, other.revision) > (text.seen, text.revision)) over so_far
            as reported_to
    from texts as text
    inner join texts as other using (article)
    window so_far as (partition by text.article, text.revision order by other.position)
    qualify other.position >= text.position
),

changes as (
    select *
    from known
    qualify
        (reported_from, reported_to) is distinct from lag((reported_from, reported_to)) over (
            partition by article, revision order by position
        )
)

select
    article,
    revision,
    reported_from,
    reported_to,
    since,
    least(lead(since) over (partition by article, revision order by position), withdrawn_at) as until
from changes

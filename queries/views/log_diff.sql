-- view:       log_diff
-- grain:      one row per article, statement or happening that is new, gone or changed
-- parameter:  after varchar = null        the earlier moment; a day means its end, UTC; without one all is new
-- parameter:  as_of varchar = null        the later moment; without one it is now
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  printed_after varchar = null  instead of the earlier moment: what had been printed at another
-- parameter:  since date = null           first day it may have happened, been said or printed
-- parameter:  until date = null           last day
-- parameter:  speaker varchar = null      part of one of the speaker's names or of the words that name them
-- parameter:  publisher varchar = null    part of the outlet's name
-- parameter:  story varchar[] = null      keys of the articles of one story
-- parameter:  about varchar[] = null      at least one of these words or phrases, before or after
-- parameter:  and_about varchar[] = null  and all of these there, too
-- parameter:  not_about varchar[] = null  and none of these
-- parameter:  article varchar = null      key of an article: only in it
-- parameter:  change varchar = null       new, gone or changed: only that
-- parameter:  kind varchar = null         article, statement or happening: only that
--
-- What the log learned between two moments, and why.
with decided as (
    -- the last that somebody decided in that time, by the event or the whole article it is about
    select
        decision.article,
        if(decision.type = 'article_withdrawn', null, coalesce(undone.causation, decision.causation)) as event_id,
        arg_max(
            case when undone.event_id is null then replace(decision.type, 'assertion_', '') else 'restored' end,
            decision.position
        ) as why,
        arg_max(decision.data ->> '$.reason', decision.position) as reason,
        arg_max(decision.data ->> '$.by', decision.position) as by
    from log as decision
    left join log as undone on decision.causation = undone.event_id and starts_with(undone.type, 'assertion_')
    where
        decision.type in ('article_withdrawn', 'assertion_retracted', 'assertion_corrected')
        and $printed_after is null
        and decision.recorded_at > moment(coalesce($after, '0001-01-01'))
        and ($as_of is null or decision.recorded_at <= moment($as_of))
    group by all
)

select
    change,                                                              -- new, gone or changed
    case
        when decision.why is not null then decision.why                  -- retracted, corrected, restored
        when revision is null then 'withdrawn'
        when was_revision is null then 'published'
        when revision <> was_revision then 'revised'
        else 'read anew'
    end                                                 as why,
    claim.* exclude (change),
    coalesce(decision.reason, whole.reason)             as reason,       -- of a decision
    coalesce(decision.by, whole.by)                     as by            -- whose it is
from claim_diff(
    p_after := $after, p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until,
    p_article := $article, p_kind := $kind, p_printed_after := $printed_after
) as claim
left join decided as decision on decision.event_id = coalesce(was_event_id, claim.event_id)
left join decided as whole on whole.article = claim.article and whole.event_id is null and revision is null
where
    matches(publisher, $publisher)
    and is_of(claim.article, $story)
    and ($change is null or change = $change)
    and is_about(concat_ws(' | ', before, after, who), $about, $and_about, $not_about)
    and (
        $speaker is null
        or matches(who, $speaker)
        or who in (
            select name
            from names(p_as_of := $as_of, p_reported_until := $reported_until)
            where matches(person, $speaker)
        )
    )
order by published, claim.article, kind, paragraph, coalesce(time_from, time_to), event_id

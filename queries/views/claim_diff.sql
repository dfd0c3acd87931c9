-- view:       claim_diff
-- grain:      one row per article, statement or happening that is new, gone or changed
-- parameter:  after varchar = null        the earlier moment; a day means its end, UTC; without one all is new
-- parameter:  as_of varchar = null        the later moment; without one it is now
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  printed_after varchar = null  instead of the earlier moment: what had been printed at another
-- parameter:  since date = null           first day it may have happened, been said or printed
-- parameter:  until date = null           last day
-- parameter:  article varchar = null      key of an article: only in it
-- parameter:  kind varchar = null         article, statement or happening: only that
--
-- What differs between the claims of two moments of the log; the same words about the same time are no change.
with touched as (
    select article
    from log
    where
        $printed_after is null
        and ($article is null or article = $article)
        and ($as_of is null or recorded_at <= moment($as_of)) and recorded_at > moment(coalesce($after, '0001-01-01'))
    union
    select article
    from article_history
    where ($article is null or article = $article) and reported_at > moment($printed_after)
),

earlier as (
    select
        *,
        claim_key(kind, article, who, what, time_from, time_to, modality, event_id) as claim,
        row_number() over (partition by claim order by position) as nth
    from claims(
        p_as_of := if($printed_after is null, coalesce($after, '0001-01-01'), $as_of),
        p_reported_until := coalesce($printed_after, $reported_until)
    )
    semi join touched using (article)
),

later as (
    select
        *,
        claim_key(kind, article, who, what, time_from, time_to, modality, event_id) as claim,
        row_number() over (partition by claim order by position) as nth
    from claims(p_as_of := $as_of, p_reported_until := $reported_until)
    semi join touched using (article)
),

gone as (select * from earlier anti join later using (claim, nth)),
fresh as (select * from later anti join earlier using (claim, nth)),

pairs as (
    -- the same told otherwise: each other's most alike, of the same speaker or nearly in the same words
    select
        gone.event_id as was_id, fresh.event_id as is_id,
        case when was_id = is_id or gone.kind = 'article' then 2 else likeness(gone.what, fresh.what) end as alike,
        abs(gone.paragraph - fresh.paragraph) as far
    from gone inner join fresh using (kind, article)
    where alike >= case when gone.who is not distinct from fresh.who then 0.5 else 0.8 end
    qualify
        row_number() over (partition by was_id order by alike desc, far, is_id) = 1
        and row_number() over (partition by is_id order by alike desc, far, was_id) = 1
)

select
    case when fresh.claim is null then 'gone' when gone.claim is null then 'new' else 'changed' end as change,
    coalesce(fresh.kind, gone.kind)                     as kind,         -- article, statement or happening
    coalesce(fresh.article, gone.article)               as article,
    coalesce(fresh.publisher, gone.publisher)           as publisher,
    coalesce(fresh.published, gone.published)           as published,
    coalesce(fresh.who, gone.who)                       as who,          -- as the article names them
    gone.who                                            as was_who,
    gone.what                                           as before,       -- title, quote or clause, verbatim
    fresh.what                                          as after,
    list_filter(numbers_in(before), lambda figure: not list_contains(numbers_in(after), figure)) as figures_before,
    list_filter(numbers_in(after), lambda figure: not list_contains(numbers_in(before), figure)) as figures_after,
    coalesce(fresh.time_from, gone.time_from)           as time_from,
    coalesce(fresh.time_to, gone.time_to)               as time_to,      -- exclusive
    coalesce(fresh.precision, gone.precision)           as precision,
    gone.time_from as was_from, gone.time_to as was_to, gone.precision as was_precision,
    fresh.modality, gone.modality                       as was_modality,
    coalesce(fresh.paragraph, gone.paragraph)           as paragraph,
    coalesce(fresh.event_id, gone.event_id)             as event_id, gone.event_id as was_event_id,
    known.revision                                      as was_revision, -- of the article; null: not known then
    latest.revision                                     as revision      -- null: withdrawn
from gone
full join pairs on gone.event_id = was_id
full join fresh on fresh.event_id = is_id
left join earlier as known on known.article = coalesce(fresh.article, gone.article) and known.kind = 'article'
left join later as latest on latest.article = coalesce(fresh.article, gone.article) and latest.kind = 'article'
where
    ($kind is null or coalesce(fresh.kind, gone.kind) = $kind)
    and (
        (fresh.claim is not null and in_range(fresh.time_from, fresh.time_to, $since, $until))
        or (gone.claim is not null and in_range(gone.time_from, gone.time_to, $since, $until))
    )

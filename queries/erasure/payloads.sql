-- erasure:   payloads
-- grain:     one row per event whose payload has to go with the article $article
--
-- Its texts, what was read in them, what people said about that; and whose names are, where a name stands in no other
-- article. What corrects or retracts any of these goes too.
with recursive names as (
    select name from mention_history where article = $article
    except
    select name from mention_history where article <> $article
),

people as (
    select
        position,
        event_id,
        type,
        data ->> '$.reason' as reason,
        list_concat(
            [data ->> '$.name', data ->> '$.person', data ->> '$.other', data ->> '$.into'],
            cast(data -> '$.names' as varchar[])
        )                   as given
    from log
    where starts_with(stream, 'person/') and type <> 'assertion_retracted' and data is not null
),

gone as (
    select position, event_id, type
    from log
    where
        data is not null
        and type <> 'payload_erased'
        and (article = $article or (starts_with(stream, 'person/') and data ->> '$.article' = $article))
    union
    select position, event_id, type
    from people
    inner join names
        on
            list_contains(given, name)
            or regexp_matches(reason, '(^|[^\pL])' || regexp_escape(name) || '([^\pL]|$)')
    union
    select log.position, log.event_id, log.type
    from log
    inner join gone on log.causation = gone.event_id
    where log.data is not null
)

select distinct position, type
from gone
order by position

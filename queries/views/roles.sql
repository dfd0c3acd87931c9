-- view:       roles
-- grain:      one row per person and what articles call them beside their name
-- parameter:  as_of varchar = null        what the log held at that moment; a day means its end, UTC
-- parameter:  reported_until varchar = null only what had been printed by that moment
-- parameter:  since date = null           first day it may have been said
-- parameter:  until date = null           last day it may have been said
-- parameter:  person varchar = null       part of the name the person goes by
--
-- Which roles articles give to those who speak, when, and where it stands: words before and behind the name.
with called as (
    select
        person,
        appearance.article,
        cast(appearance.reported_at as date) as day,
        statement.paragraph,
        statement.span_start,
        statement.span_end,
        unnest([
            trim(split_part(appearance.mention, case when contains(mention, name) then name else last_word end, 1), ' ,'),
            regexp_extract(appearance.mention, ', ([^,]+)', 1)
        ]) as role
    from (
        select *, regexp_extract(name, '(\S+)$', 1) as last_word
        from appearances(p_as_of := $as_of, p_reported_until := $reported_until, p_since := $since, p_until := $until)
        where part = 'by' and resolved and contains(mention, ' ')
    ) as appearance
    inner join statements(p_as_of := $as_of, p_reported_until := $reported_until) as statement
        using (event_id, article)
    where contains(appearance.mention, last_word)
)

select
    person,
    role,
    min(day)                                            as first_day,    -- of print
    max(day)                                            as last_day,
    count(distinct article)                             as articles,
    citation(
        arg_min(article, day), any_value(publisher), min(day), arg_min(paragraph, day), arg_min(span_start, day),
        arg_min(span_end, day)
    )                                                   as citation      -- where it stood first
from called
inner join (
    select article, publisher
    from articles(p_as_of := $as_of, p_reported_until := $reported_until)
) using (article)
where
    regexp_matches(role, '^[\p{L}].*[a-z]{3}')
    and not regexp_matches(role, '\b(who|whose|which|and|said|according)\b')
    and not contains(role, regexp_extract(person, '(\S+)$', 1))
    and regexp_matches(person, '^\p{Lu}\S*( \S+)* \p{Lu}[\w.’''-]*$')
    and not regexp_matches(role, '^(Mr|Mrs|Ms|Dr)\b')
    and matches(person, $person)
group by person, role
order by person, first_day, articles desc, role

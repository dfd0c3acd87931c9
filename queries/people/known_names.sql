-- query: known_names
-- reads: mentions, names
--
-- Every person with every name of theirs.
select distinct
    coalesce(names.person, mentions.name) as person,
    mentions.name                         as name
from mentions
left join names on mentions.name = names.name and names.article is null
where part = 'about' or resolved

union

select person, name from names

union

select person, person from names

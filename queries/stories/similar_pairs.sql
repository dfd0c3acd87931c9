-- query: similar_pairs
-- reads: samples, articles
--
-- Current texts that share $part of the smaller one's sample, and no less than $least, printed within $days of each other.
-- A shingle that stands in print on more than $most_days of so many before and after says nothing; of those that have one,
-- all are compared with the $crowd earliest.
with spread as (
    select
        samples.position,
        article,
        samples.printed,
        len(shingles)    as size,
        unnest(shingles) as shingle
    from samples
    inner join articles using (position)
),

several as (
    select
        *,
        row_number() over (partition by shingle order by printed, article) as nth,
        count(distinct printed) over (
            partition by shingle order by printed
            range between to_days($days) preceding and to_days($days) following
        ) as days
    from spread
    where shingle in (select shingle from spread group by shingle having count(*) > 1)
)

select one.position, other.position
from several as one
inner join several as other using (shingle)
where
    one.nth < other.nth and one.nth <= $crowd
    and other.printed - one.printed <= $days
    and one.days <= $most_days and other.days <= $most_days
group by one.position, other.position, one.size, other.size
having count(*) >= greatest($least, $part * least(one.size, other.size))
order by one.position, other.position

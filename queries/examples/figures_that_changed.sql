-- statement: select
--
-- Figures that changed
select
    series,
    text,
    reported_from,
    sources
from figure_steps
where steps > 1

-- check:     extraction_completed
-- reads:     extraction_completed@1
-- grain:     one row per event whose payload looks wrong
select position
from events
where
    (
        regexp_full_match(data, '\{"events":(0|[1-9][0-9]{0,8})\}')
        and evidence = []
        and occurred_from is null
        and occurred_to is null
        and precision is null
        and causation is null
    ) is not true

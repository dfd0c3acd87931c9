-- macro:     moment(moment_text)
--
-- A moment as a timestamp; a bare day means its last microsecond, UTC.
case
    when strlen(cast(moment_text as varchar)) <= 10
        then cast(cast(moment_text as date) + interval 1 day as timestamp) - interval 1 microsecond
    else cast(moment_text as timestamp)
end

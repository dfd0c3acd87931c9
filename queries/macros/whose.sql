-- macro:     whose(named, here, here_decided, everywhere, everywhere_decided)
--
-- The person that a name is: as decided by somebody, there before everywhere; else as linked, there before everywhere;
-- else its own.
case
    when everywhere_decided and not here_decided then everywhere
    else coalesce(here, everywhere, named)
end

-- macro:     person_of(of_name, here, here_decided, everywhere, everywhere_decided)
--
-- The person that a name stands for: as decided, in its article before everywhere; else as linked, in its article before
-- everywhere; else the name itself.
case
    when everywhere_decided and not here_decided then everywhere
    else coalesce(here, everywhere, of_name)
end

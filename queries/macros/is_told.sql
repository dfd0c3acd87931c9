-- macro:     is_told(kind, salience, wanted_kinds, least_salience)
--
-- Is an occurrence one that a timeline tells? Unless asked otherwise that is what happened or is planned and counts
-- enough; of kinds that are asked for all are, and from a salience that is asked for on all kinds are.
case
    when wanted_kinds is not null then list_contains(wanted_kinds, kind) and salience >= coalesce(least_salience, 0)
    when least_salience is not null then salience >= least_salience
    else kind in ('happening', 'planned') and salience >= 250
end

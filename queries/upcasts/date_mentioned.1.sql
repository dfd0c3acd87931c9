-- upcast: date_mentioned@1 to 2
--
-- Dates may be resolved from the day that the text was captured, too; earlier ones are as they were.
data

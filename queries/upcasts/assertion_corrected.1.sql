-- upcast: assertion_corrected@1 to 2
--
-- What is corrected may be known only by its end, too; earlier corrections are as they were.
data

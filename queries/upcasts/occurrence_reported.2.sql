-- upcast: occurrence_reported@2 to 3
--
-- Whose name a pronoun stands for was not read.
json_merge_patch(data, '{"subject": []}')

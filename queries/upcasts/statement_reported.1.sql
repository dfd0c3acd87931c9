-- upcast: statement_reported@1 to 2
--
-- Whether the saying itself happened was not told apart: all statements counted as said.
json_merge_patch(data, '{"modality": "asserted"}')

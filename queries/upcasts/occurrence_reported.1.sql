-- upcast: occurrence_reported@1 to 2
--
-- What was not judged yet is shown: it counts in full, as planned where it was said to be, else as a happening.
json_merge_patch(data, json_object(
    'kind', case when data ->> '$.modality' = 'planned' then 'planned' else 'happening' end,
    'salience', 1000
))

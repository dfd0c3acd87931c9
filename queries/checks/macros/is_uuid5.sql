-- macro: is_uuid5(id, digest)
--
-- Is that the version 5 UUID of this SHA-1? Its version and the upper bits of its variant are fixed.
replace(cast(id as varchar), '-', '') = concat(
    digest[1:12], '5', digest[14:16],
    substr('89ab89ab89ab89ab', strpos('0123456789abcdef', digest[17]), 1), digest[18:32]
)

-- macro:     claim_key(claim_kind, claimed_in, claimed_by, claim, claim_from, claim_to, claim_modality, claim_event)
--
-- One key for claims that say the same: in the same words, marks left out, in one article at one time. A text has its own.
hash(
    claim_kind, claimed_in, claimed_by, normalized_words(claim), claim_from, claim_to, claim_modality,
    if(claim_kind = 'article', claim_event, null)
)

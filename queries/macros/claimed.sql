-- macro:     claimed(claim_kind, claimed_in, claimed_by, claim, claim_from, claim_to, claim_modality, claim_event)
--
-- The same for what says the same: the same words, whatever the marks, in one article at one time. A text is its own.
hash(
    claim_kind, claimed_in, claimed_by, gist(claim), claim_from, claim_to, claim_modality,
    if(claim_kind = 'article', claim_event, null)
)

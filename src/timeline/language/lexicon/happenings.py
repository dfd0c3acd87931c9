"""Words by which a clause tells that something happened, that somebody spoke, or how things are."""

from __future__ import annotations

from timeline.language.lexicon.reporting_verbs import REPORTING_VERBS, inflected
from timeline.language.lexicon.words import words

_REGULAR = words(
    """abandon abduct abolish acquire acquit adjourn adopt airlift ambush annex apprehend appoint arraign arrest arrive
    assassinate assault attack award behead block blockade bomb bombard board capture celebrate charge clash close
    collapse collide complete confiscate confront convene convict crash cross crown damage debut deface defeat
    defect delay deliver demolish demonstrate deploy deport derail descend desert destroy detain detonate diagnose
    die disappear discover dismiss dispatch dissolve divorce donate downgrade earn eject elect embark emerge enact
    end endorse engulf enter erupt escape evacuate evict exchange execute exhume exit expand expire explode extend
    extradite fail file fine fire flatten flood found gather graduate grant ground halt hand handcuff happen
    hijack hire hospitalise hospitalize identify ignite impose imprison inaugurate indict infect inherit injure
    install intercept invade issue jail join kill land last launch leak liberate lift locate loot march marry
    merge migrate murder name nationalise nationalize occupy occur open oust overturn overdose pass perish picket
    plunge poison postpone premiere promote protest publish pull purchase qualify raid rally rape ratify reach
    reappear recapture recover reinstate reject release relegate relocate remove rename reopen repeal replace
    rescue resign resume retire retreat return reverse revoke riot rupture sack sail score seize sentence settle
    shatter shell shutter sign smash spill stage storm suffer sue surge surrender suspend target testify topple
    torture transition transform tumble uncover unveil upgrade veto visit vote walk wound wreck"""
)
_DOUBLING = words(
    "ban bar cancel drop expel grab kidnap ram refer rob scrap ship slam stab step stop strip swap transfer"
)
"""Verbs that double their last letter before -ed, or may."""
_IRREGULAR = words(
    """ate beat beaten became become began begun bit blew blown bought broke broken brought built burnt burst came
    caught chose cut dealt drew drove driven fell fallen fed fled flew flown forbade forbidden fought found froze frozen
    given gone hanged hid hidden hit hung hurt laid left lost met overthrew overthrown overtook overtaken paid
    pleaded pled quit rebuilt ridden risen rode rose ran sank sent shot shut slain slew sold split spread stole
    stolen stricken struck sunk swam swept swore sworn threw thrown took taken tore torn underwent undergone
    upheld went withdrew withdrawn woke won overran overrun flung hurled shook shaken"""
)


def _past(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset(inflected(verb)[1] for verb in verbs)


HAPPENED = _past(_REGULAR) | frozenset(f"{verb}{verb[-1]}ed" for verb in _DOUBLING) | _IRREGULAR | {"canceled"}
"""Past forms and participles of what changes something in the world: deaths, laws, deals, moves, games."""

PERFORMED = words(
    """agreed announced approved apologised apologized authorised authorized banned declared decided endorsed invited
    launched nominated ordered pardoned recommended ruled sentenced subpoenaed summoned voted"""
)
"""Past forms of saying that does what it says: the saying is what happened."""

_REPORTED = frozenset(form for form, verb in REPORTING_VERBS.items() if verb.form in ("past", "s", "participle"))
SPOKEN = _REPORTED - words("begins") | words(
    """argued blamed blasted commented compared condemned congratulated criticised criticized declined defended detailed
    discussed dodged echoed expressed framed hailed highlighted joked lambasted likened mocked outlined portrayed
    praised pressured promised questioned reacted refused reiterated responded signaled signalled speculated
    stressed thanked touted urged vented voiced welcomed characterised characterized"""
)
"""Forms of verbs by which somebody says or thinks something."""

DISCLOSED = words("charged confirmed denied disclosed expected revealed spoke spoken")
"""Forms of saying whose day tells when somebody spoke up, when something was made known, or is to come."""

HELD = words(
    """accounted admired adorned allowed averaged based belonged cared concerned consisted considered contained
    cost dedicated depended deserved designed detailed devoted disagreed dotted doubted enjoyed equalled expected
    faced feared featured felt focused focussed had hated hoped housed included intended interested involved knew
    known lacked liked lived lined looked loomed loved matched meant measured needed overlooked owned played
    preferred ranked reflected regarded related remained represented required resembled respected seemed served
    situated smelled sounded spent stood supposed surrounded tasted tended thought totaled totalled trusted
    understood used wanted weighed worked worried worth wore"""
)
"""Past forms of what lasts: what somebody has, knows, wants or is like."""

LIGHT = words("brought came gave given got held kept made moved put ran run set showed started tried turned went")
"""Past forms that say little: what happened stands in their object."""

IRREGULAR_PARTICIPLES = _IRREGULAR | words(
    """been come done felt forgotten got gotten grown heard held kept known led let made meant met proven put read run
    said sat seen set shown sought spent spoken stood taught thought told understood won worn written"""
)
"""What may follow a form of be or have, besides forms in -ed."""

FINDING_VERBS = words(
    "found finds suggest suggests suggested show shows showed indicate indicates indicated concluded estimate estimates"
)
"""Before a clause they give what a study or document says."""

EVENTS = words(
    """airstrike arrest assassination attack blast blaze bombing ceasefire clash coup crash crossing death debate defeat
    earthquake election evacuation explosion funeral hearing indictment invasion killing launch lawsuit merger murder
    operation protest raid referendum rescue resignation riot ruling shooting stabbing storm strike summit takeover
    trial verdict victory visit vote wedding"""
)
"""Nouns of what happens."""

COUNTED_PEOPLE = words(
    """people men women children civilians soldiers troops officers students workers others victims passengers suspects
    homes patients fighters protesters prisoners hostages"""
)
"""Of whom, or of what, so many were killed, hurt, taken or moved."""

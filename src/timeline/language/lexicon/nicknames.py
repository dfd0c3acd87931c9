"""Short forms of first names, and last names so common that one alone says little."""

from __future__ import annotations

from timeline.language.lexicon.words import words

SHORT_FORMS = tuple(
    words(line)
    for line in """alexander alex sandy
    andrew andy drew
    anthony tony
    benjamin ben benny
    bernard bernie
    charles charlie chuck
    christopher chris
    daniel dan danny
    david dave
    donald don
    douglas doug
    edward ed eddie ted
    elizabeth liz beth betty
    eugene gene
    frederick fred freddie
    gregory greg
    james jim jimmy jamie
    jeffrey jeff geoffrey geoff
    john jack johnny jon
    jonathan jon
    joseph joe joey
    joshua josh
    katherine kathryn kate kathy katie
    kenneth ken kenny
    lawrence larry
    leonard leo len lenny
    margaret maggie meg peggy
    matthew matt
    michael mike mick mickey
    nicholas nick
    patricia pat patty
    patrick pat
    peter pete
    philip phil
    raymond ray
    rebecca becky
    richard rick dick rich
    robert bob bobby rob robbie
    ronald ron ronnie
    samuel sam sammy
    stephen steven steve
    susan sue susie
    terence terry
    theodore ted teddy
    thomas tom tommy
    timothy tim
    victoria vicky
    vincent vince
    walter walt
    william bill billy will""".splitlines()
)
"""First names in one line may be one person's."""
COMMON_LAST_NAMES = words(
    """smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson
    anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson
    walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell
    mitchell carter roberts khan singh kim park chen wang li zhang liu ali ahmed hussein evans edwards collins
    stewart morris murphy cook rogers morgan cooper peterson reed bailey bell gomez kelly howard ward cox diaz
    richardson wood watson brooks bennett gray james reyes cruz hughes price myers long foster sanders ross"""
)
"""Last names, in lower case, that many people share."""

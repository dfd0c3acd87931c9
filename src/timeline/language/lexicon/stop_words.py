"""English words that say nothing about what a sentence is about."""

from __future__ import annotations

from timeline.language.lexicon.words import words

STOP_WORDS = words(
    """a about above across after again against all almost alone along already also although always am among an and
    another any anyone anything are around as at back be became because become been before behind being below
    between both but by call can cannot could did do does done down due during each eight either else enough even
    ever every everyone everything few first five for former found four from further get give go had has have he
    hence her here hers herself him himself his how however if in indeed into is it its itself just keep last latter
    least less made many may me might mine more most mostly much must my myself name neither never next nine no
    nobody none nor not nothing now nowhere of off often on once one only onto or other others our ours out over own
    part per perhaps please put rather re same see seem seemed seems seven several she should show side since six so
    some someone something sometimes still such take ten than that the their them themselves then there therefore
    these they this those though three through throughout to together too toward towards two under until up upon us
    very via was we well were what whatever when where whether which while who whole whom whose why will with within
    without would yet you your yours"""
)

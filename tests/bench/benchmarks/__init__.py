"""
One benchmark per file: ``UNIT``, what is counted, and ``SIDES``, the timeline first and then what it is held beside.

A side prepares what it needs, does its work inside the stopwatch, and returns how many units it did.
"""

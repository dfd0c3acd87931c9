"""``timeline.open``: the one door for Python and for the command line."""

"""A log in plain Python, and a machine that holds the real one beside it: see `reference.machine`."""

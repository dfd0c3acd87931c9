"""Copy, carry and erase a log: what its keeper does."""

"""The append-only log: the only writer."""

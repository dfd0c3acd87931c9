"""The page: a timeline in a browser, rendered here, read-only; every page's address is its whole state."""

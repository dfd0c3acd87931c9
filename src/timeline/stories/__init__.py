"""What articles have in common: which print each other again, report one story, tell of one happening."""

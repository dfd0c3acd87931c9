"""Tables and views that follow from the log."""

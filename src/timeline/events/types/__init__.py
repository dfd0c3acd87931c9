"""One event type a file: the frozen record of its payload."""

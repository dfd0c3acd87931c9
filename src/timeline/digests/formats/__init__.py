"""One digest format a file."""

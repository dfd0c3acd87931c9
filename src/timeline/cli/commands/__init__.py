"""One command a file: ``command``, a click command of the file's name."""

"""Every word list, once."""

"""Whose the names are, across articles."""

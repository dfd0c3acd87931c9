"""Recompute everything that the log claims, and prove it to others."""

"""Paired benchmarks: the timeline beside the plainest thing that does the same work; see README.md."""

"""What a desk adds to timeline: each module is a plug-in, found by its entry point in pyproject.toml."""

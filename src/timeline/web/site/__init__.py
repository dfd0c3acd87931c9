"""The pages of a log as files that need no server."""

"""Articles come in: read, then appended in the order they came."""

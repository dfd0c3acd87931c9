"""From an answer back to the sentence, and through its history."""

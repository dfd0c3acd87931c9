"""Pure text to spans: each module is one layer of a document, and has its own corpus of examples in the tests."""

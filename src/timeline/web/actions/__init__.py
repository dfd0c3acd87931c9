"""
Actions: one per file, each a decision that is recorded as an event.

Each has ``ON``, the templates of the pages that it is offered on, ``LABEL`` and ``NOTE``, what it is called and what it
means, and three functions: `offer` gives what its form holds on a page, or None where it cannot be taken; `fields`
what the form asks for beside a reason, given that; and `record` appends the event.
"""

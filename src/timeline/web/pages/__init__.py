"""
Pages: one per file.

Each has ``PATH``, the pattern of its address (``/person/{person}``), and `answer`, which takes what is asked for and
gives a `timeline.web.page.Page`. Its template stands in ``templates/``.
"""

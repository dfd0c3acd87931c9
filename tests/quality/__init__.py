"""
Quality on annotated news, with floors that do not drop silently.

``sets`` loads what may be kept here; ``statements``, ``dates``, ``dating`` and ``seed`` each define one measure;
``figures`` takes them all, and ``floors`` holds them against ``floors.toml``. See README.md.
"""

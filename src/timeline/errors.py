"""
The tree of errors: each says in one sentence what and where, and what to do.

TimelineError
├── InputError            an article that cannot be taken in               (ValueError)
│   └── UndatedArticle    no publication date is stated and none was given
├── ExtractionError       an extractor raised while reading an article     (RuntimeError)
├── QueryError            a query that cannot be run as asked              (ValueError)
│   └── QueryStopped      it took longer than it may
├── MissingExtra          an optional library is not installed             (ImportError)
├── NotFound              nothing has that name or id                      (LookupError)
├── LogError              the log cannot be used                           (OSError)
│   ├── LogLocked         another process uses it
│   ├── LogFormatError    no log of ours, or one of a newer version
│   └── ConflictError     somebody else appended to the same stream meanwhile
├── IntegrityError        the log does not hold what was appended          (ValueError)
├── CatalogueError        an event type or schema that is not published    (LookupError)
└── PluginError           a part of an installed package that is unusable  (ImportError)
"""

from __future__ import annotations


class TimelineError(Exception):
    """Anything this package raises on purpose."""


class InputError(TimelineError, ValueError):
    """
    An article that cannot be taken in.

    Attributes:
        path: Where it was read from, as given by the caller.
        line: One-based line in that file, when the format has lines.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        self.path, self.line = path, line
        where = "" if path is None else f"{path}: " if line is None else f"{path}, line {line}: "
        super().__init__(where + message)


class UndatedArticle(InputError):
    """No publication date is stated and none was given."""


class ExtractionError(TimelineError, RuntimeError):
    """An extractor raised while reading an article; the cause is chained."""


class QueryError(TimelineError, ValueError):
    """A query that cannot be run as asked."""


class QueryStopped(QueryError):
    """
    It took longer than it may.

    Attributes:
        seconds: That it might take.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"this took more than {seconds:g} seconds: ask for fewer days.")


class MissingExtra(TimelineError, ImportError):
    """An optional library is not installed; the message says which extra brings it."""


class NotFound(TimelineError, LookupError):
    """Nothing has that name or id."""


class LogError(TimelineError, OSError):
    """The log cannot be used."""


class LogLocked(LogError):
    """
    Another process uses it.

    Attributes:
        holder: Process id of who writes or reads, when it is known.
    """

    def __init__(self, message: str, *, holder: int | None = None) -> None:
        self.holder = holder
        super().__init__(message)

    @classmethod
    def held_by(cls, holder: int | None, path: object, *, wait: float, writes: bool | None = None) -> LogLocked:
        """A file that a process, if it is known which and what it does, did not free within so many seconds."""
        who = f"process {holder}" if holder else "another process"
        who += "" if writes is None else " (writing)" if writes else " (reading)"
        message = (
            f"{path} is in use by {who} and was not free within {wait:g} s: try again, or wait longer with --wait."
        )
        return cls(message, holder=holder)


class LogFormatError(LogError):
    """The file is no log of ours, or one of a newer version."""


class ConflictError(LogError):
    """
    Somebody else appended to the same stream meanwhile.

    Attributes:
        stream: Its name.
        expected, actual: How many events it was to have, and has.
    """

    def __init__(self, stream: str, *, expected: int, actual: int) -> None:
        self.stream, self.expected, self.actual = stream, expected, actual
        super().__init__(f"{stream} has {actual} events, not {expected}: look at them and decide anew.")


class IntegrityError(TimelineError, ValueError):
    """
    The log does not hold what was appended.

    Attributes:
        position: The first bad position.
        column: The column that is wrong.
    """

    def __init__(self, message: str, *, position: int | None = None, column: str | None = None) -> None:
        self.position, self.column = position, column
        super().__init__(message)


class CatalogueError(TimelineError, LookupError):
    """An event type or schema that is not published."""


class PluginError(TimelineError, ImportError):
    """A part of an installed package that is unusable: it raised when it was imported, or lacks what its room needs."""

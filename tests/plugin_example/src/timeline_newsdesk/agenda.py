"""Org mode: a heading for each happening, with a time stamp for the agenda of Emacs (.org)."""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def render(told):
    """The outline; what is undated is left out, a longer time has the stamps of its first and last day."""
    lines = [f"#+TITLE: {told.title}"]
    for one in told.happenings:
        if one.when.days:
            first, last = one.when.days
            stamps = [stamp(first)] if first == last else [stamp(first), stamp(last)]
            cited = one.citations[0]
            source = f"[[{cited.url}][{cited.label}]]" if cited.url else cited.label
            lines += [f"* {one.words}", f"  {'--'.join(stamps)} {source}"]
    return "\n".join(lines) + "\n"


def stamp(day):
    """A day as Org mode writes it."""
    return f"<{day} {DAYS[day.weekday()]}>"


WRITERS = {".org": render}
"""By the suffix of the file that is written."""

"""Articles of several outlets about the same few events, for tests of what stories are made of them."""

from __future__ import annotations

from timeline.model.article import Article

FERRY = {
    "post": (
        "Ferry Alder sinks off Lindow",
        (
            "The ferry Alder sank off Port Lindow on Monday night with 212 people aboard. Mara Lund, the"
            " harbour master of Port Lindow, said that divers were searching the hull of the Alder."
        ),
    ),
    "daily": (
        "Seventeen dead as ferry sinks near Port Lindow",
        (
            "Divers recovered 17 bodies from the Alder, the ferry that went down near Port Lindow. Harbour"
            " master Mara Lund said the search of the hull would go on."
        ),
    ),
    "wire": (
        "Captain of sunken ferry Alder arrested",
        (
            "Police in Port Lindow arrested the captain of the ferry Alder, Jo Brook. The Alder sank with 212"
            " people aboard; divers found 17 bodies in the hull."
        ),
    ),
}
ELECTION = {
    "gazette": (
        "Verrin elects Tessa Marchetti mayor",
        (
            "Tessa Marchetti won the election in Verrin on Sunday. The new mayor of Verrin promised to lower"
            " the fares of trams, her voters' first wish."
        ),
    ),
    "courier": (
        "Marchetti wins in Verrin",
        (
            "Voters in Verrin made Tessa Marchetti their mayor. Marchetti said that the fares of trams in"
            " Verrin would be lower by spring."
        ),
    ),
}
ALONE = {
    "weekly": (
        "Beekeepers count their losses",
        ("A mite has killed a third of the hives in the orchards of Ostrand, beekeepers say after the winter."),
    ),
}


def printed(key: str, **fields: str) -> Article:
    """One of these articles by the name of its outlet, which is its key."""
    title, text = (FERRY | ELECTION | ALONE)[key]
    return Article(
        **{"key": key, "title": title, "text": text, "published": "2026-03-03", "source": key.title(), **fields}
    )


def every_article() -> list[Article]:
    """All of them."""
    return [printed(key) for key in (*FERRY, *ELECTION, *ALONE)]


def stories(log, **clocks) -> list[list[str]]:
    """The keys of the articles of each story, the key of the story first."""
    found: dict[str, list[str]] = {}
    for row in log.run("placed", **clocks):
        found.setdefault(row.story, []).append(row.article)
    return sorted([story, *sorted(set(articles) - {story})] for story, articles in found.items())

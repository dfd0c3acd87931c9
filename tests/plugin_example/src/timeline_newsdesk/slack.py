"""Render a digest as a Slack message (mrkdwn): a bold day, a line for each thing, a link to its article."""

from timeline.digests.wording import empty_text, occurrence_text, said_text


def render(digest):
    """The message; ends with a newline."""
    lines = [f"*{escape(digest.title)}*"]
    for section in digest.sections:
        lines += ["", f"*{escape(section.label)}*"]
        lines += [f"• {escape(occurrence_text(entry))} {source(entry)}" for entry in section.occurrences]
        lines += [f"> {quoted(saying)} {source(saying)}" for saying in section.statements]
    return "\n".join(lines if digest.sections else [*lines, empty_text(digest)]) + "\n"


def quoted(saying):
    """The sentence, its speaker in bold."""
    before, speaker, after = map(escape, said_text(saying))
    return f"{before}*{speaker}*{after}" if speaker else f"{before}{after}".strip()


def source(line):
    """Where a line stands, as a link where the article has an address."""
    cited = line.citations[0]
    name = escape(f"{cited.article.publisher or cited.article.title or cited.article.key} ¶{cited.paragraph}")
    url = cited.article.url or ""
    return f"(<{escape(url)}|{name}>)" if url.startswith(("https://", "http://")) and "|" not in url else f"({name})"


def escape(text):
    """The text such that Slack makes no link and mentions nobody."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

"""PDF, DOCX and ODT are read as the paragraphs that a reader sees."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import docx
import odf.dc
import odf.opendocument
import odf.style
import odf.text
import pypdf
import pytest

from growth import grows_with_length
from printed import paragraphs_at, pdf, text_at
from timeline import readers
from timeline.errors import InputError, UndatedArticle
from timeline.model.article import Article
from timeline.readers import pdf as pdf_reader
from timeline.readers._page_lines import Line, body

DAY = date(2024, 3, 6)
STORM = ["The pier of Port Ellis was closed on Monday after a storm dam-", "aged its state-of-the-", "art foundations."]
BOATS = ["“Boats were lost,” said Mayor Ann Lee, who visited the", "harbour on Tuesday."]
WHOLE = [
    "The pier of Port Ellis was closed on Monday after a storm damaged its state-of-the-art foundations.",
    "“Boats were lost,” said Mayor Ann Lee, who visited the harbour on Tuesday.",
]


def read(tmp_path, name, data, **options):
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = readers.read_articles([str(path)], **({"published": DAY} | options))
    return found


def paragraphs_of(found):
    assert isinstance(found, Article), found
    return found.text.split("\n\n")


def word_file(fill):
    document, file = docx.Document(), io.BytesIO()
    fill(document)
    document.core_properties.created = document.core_properties.modified = datetime(2024, 3, 6, 9, 30)
    document.save(file)
    return file.getvalue()


def open_file(fill):
    document, file = odf.opendocument.OpenDocumentText(), io.BytesIO()
    fill(document)
    document.save(file)
    return file.getvalue()


def with_part(data, name, change):
    """An archive in which a part is changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member, change(content) if member.filename == name else content)
    return file.getvalue()


def test_lines_of_a_page_are_paragraphs(tmp_path):
    """
    Lines are joined where they stand together, and words that the end of a line divides; compounds keep their hyphen.
    """
    page = paragraphs_at(700, STORM, [*BOATS, "A state-of-the-art pier."], ["It ended."])
    expected = [WHOLE[0], f"{WHOLE[1]} A state-of-the-art pier.", "It ended."]
    assert expected == paragraphs_of(read(tmp_path, "a.pdf", pdf(page)))


def test_a_paragraph_goes_on_behind_a_page_and_a_column(tmp_path):
    """
    A sentence that a page or column ends in is one; a new one there begins a paragraph.
    """
    pages = pdf(
        paragraphs_at(700, ["The storm came."], BOATS[:1]) + paragraphs_at(700, BOATS[1:], left=320),
        paragraphs_at(700, ["It ended."]),
    )
    assert ["The storm came.", WHOLE[1], "It ended."] == paragraphs_of(read(tmp_path, "a.pdf", pages))


def test_indented_lines_begin_paragraphs(tmp_path):
    """
    Where no space parts paragraphs, an indented line behind a sentence begins one, and a short last line ends one.
    """
    lines = [
        (72, "The pier of Port Ellis was closed on Monday as a storm"),
        (72, "damaged it, said the mayor, Ann Lee."),
    ]
    lines += [(90, "She went to the harbour on Tuesday with the engineers who"), (72, "had built it. It ended.")]
    lines += [(72, "Nobody was hurt in the storm, the authority said on Tuesday.")]
    page = "".join(text_at(left, 700 - 14 * at, 11, words) for at, (left, words) in enumerate(lines))
    expected = [
        "The pier of Port Ellis was closed on Monday as a storm damaged it, said the mayor, Ann Lee.",
        "She went to the harbour on Tuesday with the engineers who had built it. It ended.",
        "Nobody was hurt in the storm, the authority said on Tuesday.",
    ]
    assert expected == paragraphs_of(read(tmp_path, "a.pdf", pdf(page)))


def test_running_heads_and_page_numbers_are_left_out(tmp_path):
    """
    What recurs at the edge of pages with another number, a page number, and what stands in the margin is no body text.
    """
    words = ("Two", "Three", "Four")
    pages = [
        text_at(72, 760, 9, f"The Cape, Wednesday, page {number}")
        + paragraphs_at(700, [f"{word} storms were counted along the coast."], [f"{word} ships were lost."])
        + text_at(280, 60, 9, f"- {number} -")
        + text_at(72, 20, 8, "https://cape.example/print/7")
        for number, word in enumerate(words, 1)
    ]
    told = ("storms were counted along the coast.", "ships were lost.")
    assert [f"{word} {each}" for word in words for each in told] == paragraphs_of(read(tmp_path, "a.pdf", pdf(*pages)))


def test_the_rest_of_a_page(tmp_path):
    """
    Pieces of one line are one, raised figures in it; ligatures are letters; stamps across the page are left out.
    """
    page = text_at(72, 700, 11, "Fourteen boats") + text_at(160, 704, 7, "2") + text_at(166, 700, 11, " were lost.")
    page += "BT /F1 60 Tf .7 .7 -.7 .7 200 300 Tm (DRAFT) Tj ET\n"
    (text,) = paragraphs_of(read(tmp_path, "a.pdf", pdf(page)))
    assert ("Fourteen boats", "were lost.") == (text[:14], text[-10:])
    assert "DRAFT" not in text


def test_turned_pages(tmp_path):
    """
    A page that is shown turned is read as it is shown.
    """
    page = "".join(
        f"BT /F1 11 Tf 0 1 -1 0 {left} 72 Tm ({words}) Tj ET\n" for left, words in ((100, "Boats were"), (114, "lost."))
    )
    assert ["Boats were lost."] == paragraphs_of(read(tmp_path, "a.pdf", pdf(page, rotate=90)))


TITLES = {
    "of the metadata, which is printed": ("Pier closed", "Pier closed"),
    "of the metadata, which is a file's name": ("Microsoft Word - pier.doc", "Storm closes the pier of Port Ellis"),
    "none in the metadata": (None, "Storm closes the pier of Port Ellis"),
}


@pytest.mark.parametrize(("stated", "expected"), TITLES.values(), ids=TITLES)
def test_the_title_of_a_pdf(tmp_path, stated, expected):
    """
    The title is that of the metadata where it is printed, too, else what is printed largest on the first page.
    """
    page = paragraphs_at(760, ["Storm closes the pier", "of Port Ellis"], size=20, leading=24)
    page += paragraphs_at(700, ["Pier closed, boats lost."], STORM)
    assert expected == read(tmp_path, "a.pdf", pdf(page, title=stated)).title


def test_a_title_that_is_nowhere_printed(tmp_path):
    """
    Where nothing is printed larger, the metadata's title is taken unless a program made it up.
    """
    page = paragraphs_at(700, STORM)
    assert "Pier closed" == read(tmp_path, "a.pdf", pdf(page, title="Pier closed")).title
    assert read(tmp_path, "a.pdf", pdf(page, title="untitled")).title is None


def word_story(document):
    document.add_paragraph("Pier closed", style="Title")
    document.add_paragraph(WHOLE[0])
    document.add_paragraph("Boats\nwere\tlost.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Boats", "14"
    document.sections[0].header.paragraphs[0].text = "The Cape"
    document.add_paragraph("Contents 1", style=document.styles.add_style("TOC 1", 1))
    document.add_paragraph("It ").add_run("never ").font.hidden = True
    document.paragraphs[-1].add_run("ended.")


def test_a_word_document(tmp_path):
    """
    Paragraphs and cells are read in order, without heads, contents and hidden words; the title is the one styled so.
    """
    article = read(tmp_path, "a.docx", word_file(word_story))
    assert ["Pier closed", WHOLE[0], "Boats\nwere lost.", "Boats", "14", "It ended."] == paragraphs_of(article)
    assert "Pier closed" == article.title


def test_tracked_changes_and_boxes(tmp_path):
    """
    What was put in is read, what was taken out is not, nor what stands in a box beside the text.
    """
    data = word_file(lambda document: document.add_paragraph("The pier was closed."))
    tracked = with_part(
        data,
        "word/document.xml",
        lambda content: content.replace(
            b"</w:r></w:p>",
            b"</w:r><w:ins><w:r><w:t xml:space='preserve'> Boats</w:t></w:r></w:ins>"
            b"<w:del><w:r><w:delText> No boats</w:delText><w:t>x</w:t></w:r></w:del>"
            b"<w:r><w:pict><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:pict><w:noBreakHyphen/><w:t>ships</w:t></w:r></w:p>",
        ),
    )
    assert ["The pier was closed. Boats-ships"] == paragraphs_of(read(tmp_path, "a.docx", tracked))


def open_story(document):
    title = odf.style.Style(name="P1", family="paragraph", parentstylename="Title")
    document.automaticstyles.addElement(title)
    document.text.addElement(odf.text.P(stylename=title, text="Pier closed"))
    document.text.addElement(odf.text.H(outlinelevel=1, text="Storm"))
    paragraph = odf.text.P(text="Boats")
    paragraph.addElement(odf.text.LineBreak())
    paragraph.addElement(odf.text.Span(text="were"))
    paragraph.addElement(odf.text.Tab())
    paragraph.addText("lost")
    note = odf.text.Note(noteclass="footnote")
    body = odf.text.NoteBody()
    body.addElement(odf.text.P(text="As told."))
    note.addElement(body)
    paragraph.addElement(note)
    paragraph.addText(".")
    document.text.addElement(paragraph)
    document.meta.addElement(odf.dc.Date(text="2024-03-06T09:30:00"))


def test_an_open_document(tmp_path):
    """
    Paragraphs and headings are read, without notes; the title is the one styled so, however its style is called.
    """
    article = read(tmp_path, "a.odt", open_file(open_story))
    assert ["Pier closed", "Storm", "Boats\nwere lost."] == paragraphs_of(article)
    assert "Pier closed" == article.title


MADE = {
    "a.pdf": lambda: pdf(paragraphs_at(700, STORM), created="20240306093000Z"),
    "a.docx": lambda: word_file(word_story),
    "a.odt": lambda: open_file(open_story),
}


@pytest.mark.parametrize("name", MADE)
def test_the_date_of_the_metadata_is_offered(tmp_path, name):
    """
    When a document was made is no date of publication: it is named, and not taken.
    """
    error = read(tmp_path, name, MADE[name](), published=None)
    assert isinstance(error, UndatedArticle)
    sentence = "states no publication date; its metadata says 2024-03-06: give --date 2024-03-06 if it is."
    assert f"{tmp_path / name}: {sentence}" == str(error)
    assert DAY == read(tmp_path, name, MADE[name]()).published


@pytest.mark.parametrize("name", MADE)
def test_known_by_their_beginning(tmp_path, name):
    """
    A document is known by what it begins with.
    """
    assert isinstance(read(tmp_path, "a", MADE[name]()), Article)


def encrypted():
    writer, file = pypdf.PdfWriter(io.BytesIO(pdf(paragraphs_at(700, STORM)))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>"""
DEEP = b"<d>" * 3000 + b"</d>" * 3000
LOCKED = b'<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'


def changed(name, part, content):
    return with_part(MADE[name](), part, lambda _: content)


REFUSED = {
    "no PDF": ("a.pdf", lambda: b"%PDF-1.5\nrain", "is not a whole PDF file"),
    "a PDF with a password": ("a.pdf", encrypted, "is encrypted: save it without a password."),
    "a scan": ("a.pdf", lambda: pdf("q 1 0 0 1 0 0 cm Q"), "has no text that can be read, as scans have none"),
    "no pages": ("a.pdf", pdf, "has no text that can be read, as scans have none"),
    "many pages": ("a.pdf", lambda: pdf(*[""] * 2001), "has 2,001 pages: split it."),
    "an old document": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(99), "is of an older form, or has a password"),
    "no archive": ("a.docx", lambda: b"rain", "is not a complete archive"),
    "another archive": ("a.docx", MADE["a.odt"], "is no Word document (it has no word/document.xml)."),
    "an archive of Word": ("a.odt", MADE["a.docx"], "is no OpenDocument text (it has no content.xml)."),
    "no text": ("a.docx", lambda: word_file(lambda document: document.add_paragraph(" ")), "has no text."),
    "entities": ("a.docx", lambda: changed("a.docx", "word/document.xml", BOMB), "declares entities"),
    "entities elsewhere": ("a.odt", lambda: changed("a.odt", "meta.xml", BOMB), "declares entities"),
    "a deep one": ("a.odt", lambda: changed("a.odt", "content.xml", DEEP), "is nested deeper or holds more"),
    "no XML": ("a.odt", lambda: changed("a.odt", "content.xml", b"<d>"), "is not whole XML (no element"),
    "an ODT with a password": ("a.odt", lambda: changed("a.odt", "META-INF/manifest.xml", LOCKED), "is encrypted"),
}


@pytest.mark.parametrize(("name", "made", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read(tmp_path, capfd, name, made, sentence):
    """
    What is damaged, encrypted, scanned or hostile is one sentence, and nothing that a library says.
    """
    error = read(tmp_path, name, made())
    assert isinstance(error, InputError)
    assert sentence in str(error)
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("name", MADE)
def test_long_documents_are_refused(tmp_path, name):
    """
    A document whose text is over the limit is refused.
    """
    error = read(tmp_path, name, MADE[name](), max_bytes=50)
    assert str(error).endswith("is longer than 50 bytes: split it or raise --max-bytes.")


def test_one_page_that_cannot_be_read(tmp_path, monkeypatch):
    """
    A page that is damaged, or drawn of too much, is left out and named; the others are read.
    """
    monkeypatch.setattr(pdf_reader, "MAX_PAGE_BYTES", 1000)
    notes = []
    pages = (paragraphs_at(700, STORM[:1]), "q Q " * 1000, paragraphs_at(700, ["aged it."]))
    found = read(tmp_path, "a.pdf", pdf(*pages), warn=notes.append)
    assert ["The pier of Port Ellis was closed on Monday after a storm damaged it."] == paragraphs_of(found)
    assert [f"{tmp_path}/a.pdf: page 2 cannot be read (4,000 bytes of drawing); left out."] == notes


def test_a_page_that_takes_too_long(tmp_path, monkeypatch):
    """
    Reading a page ends when it has taken its time.
    """
    monkeypatch.setattr(pdf_reader, "MAX_PAGE_SECONDS", -1)
    error = read(tmp_path, "a.pdf", pdf(paragraphs_at(700, STORM)))
    assert f"{tmp_path}/a.pdf: page 1 is drawn of too many parts: save the file without it." == str(error)


@pytest.mark.parametrize("sign", ["•", "\uf0b7", "–"])
def test_points_of_a_list(sign):
    """
    What begins with the sign of a list is a paragraph.
    """
    lines = [
        Line(text, 72, 700 - 14 * at, 11, is_margin=False) for at, text in enumerate((f"{sign} Rain", f"{sign} Sun"))
    ]
    assert f"{sign} Rain\n\n{sign} Sun" == body([lines])


@pytest.mark.parametrize("word", ["a", "a-", "a.", '."', "a\u00ad", "- "])
def test_lines_without_end(word):
    """
    Lines are joined in time that grows with their length and their number.
    """

    def page(count):
        long = Line(word * count, 72, 700, 11, is_margin=False)
        return [[long, *[Line(word * 3, 72, 700 - 14 * at, 11, is_margin=False) for at in range(1, count)]]]

    assert grows_with_length(body, [page(count) for count in (2000, 4000, 8000)])


def test_pages_that_are_the_same(tmp_path):
    """
    Where nothing but what recurs is there, it is the text.
    """
    page = paragraphs_at(700, ["The pier was closed."])
    assert ["The pier was closed.", "The pier was closed."] == paragraphs_of(read(tmp_path, "a.pdf", pdf(page, page)))

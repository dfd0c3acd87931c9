"""Small PDF files, written by hand: lines of text at places of pages."""

from __future__ import annotations

import io
import zlib

FONTS = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def text_at(left, height, size, words):
    """The operations that draw words in a place, in points from the left and the bottom of the page."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {left} {height} Tm ({escaped}) Tj ET\n"


def paragraphs_at(top, *paragraphs, left=72, size=11, leading=14, gap=10):
    """Paragraphs of lines, one below the other."""
    drawn, height = "", top
    for lines in paragraphs:
        for line in lines:
            drawn += text_at(left, height, size, line)
            height -= leading
        height -= gap
    return drawn


def pdf(*pages, title=None, created=None, rotate=0, extra=""):
    """A file of A4 pages, each the operations that draw it, compressed as they are everywhere."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    bodies.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    for number, page in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents {4 + 2 * number} 0 R"
            f" /Resources << /Font << {FONTS} >> >> >>".encode()
        )
        drawn = zlib.compress(page if isinstance(page, bytes) else page.encode("cp1252"))
        bodies.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(drawn), drawn))
    stated = f"/Title ({title})" * bool(title) + f" /CreationDate (D:{created})" * bool(created)
    bodies.append(f"<< {stated} >>".encode())
    return _file(bodies, f"/Root 1 0 R /Info {len(bodies)} 0 R {extra}")


def _file(bodies, trailer):
    """Objects, where each begins, and what to begin with."""
    file, places = io.BytesIO(), []
    file.write(b"%PDF-1.5\n")
    for number, body in enumerate(bodies, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    table = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1))
    file.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    file.write(f"trailer\n<< /Size {len(bodies) + 1} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode())
    return file.getvalue()

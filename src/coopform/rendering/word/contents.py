r"""The contents of a booklet: a field of the word processor, written out so that nothing has to be updated.

It has no page numbers: only the word processor knows them, and asking it to count them when the file is opened
makes it ask a question. They come with « update the field », once the switch `\n` is deleted.
"""

from collections.abc import Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from coopform.rendering.word.writer import Writer, add_field_mark

_CODE = r' TOC \o "1-1" \n \h \z '


def add(writer: Writer, parts: Mapping[str, str]) -> None:
    """Add the contents: the title of each part, by the name that marks its heading."""
    writer.add(writer.docx, "TOC Heading", writer.t("Contents"))
    last = len(parts) - 1
    for number, (name, title) in enumerate(parts.items()):
        entry = writer.add(writer.docx, "toc 1")
        if not number:
            add_field_mark(entry, "begin")
            add_field_mark(entry, "", _CODE)
            add_field_mark(entry, "separate")
        writer.write(entry, title)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _bookmark(name))
        run = entry.runs[-1]._r
        entry._p.replace(run, link)
        link.append(run)
        if number == last:
            add_field_mark(entry, "end")


def mark(heading: Paragraph, name: str, number: int) -> None:
    """Mark a heading as the place where an entry of the contents leads."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _bookmark(name))
    properties = heading._p.pPr
    heading._p.insert(0 if properties is None else 1, start)
    heading._p.append(end)


def _bookmark(name: str) -> str:
    return f"_Toc{name}"

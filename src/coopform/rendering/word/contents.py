r"""The contents of a booklet: a field of the word processor, written out.

Only the word processor knows the page numbers: Word counts them when the file is opened, LibreOffice when the
user updates its indexes.
"""

from collections.abc import Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from coopform.rendering.word.writer import Writer, add_field, add_field_mark

_CODE = r' TOC \o "1-1" \h \z '


def add(writer: Writer, parts: Mapping[str, str]) -> None:
    """Add the contents: the title and the page of each part, by the name that marks its heading."""
    writer.add(writer.docx, "TOC Heading", writer.t("Contents"))
    last = len(parts) - 1
    for number, (name, title) in enumerate(parts.items()):
        entry = writer.add(writer.docx, "toc 1")
        if not number:
            add_field_mark(entry, "begin")
            add_field_mark(entry, "", _CODE)
            add_field_mark(entry, "separate")
        before = len(entry.runs)
        writer.write(entry, title)
        entry.add_run("\t")
        add_field(entry, rf"PAGEREF {_bookmark(name)} \h", "–")
        _lead_to(entry, name, before)
        if number == last:
            add_field_mark(entry, "end")
    _count_on_opening(writer)


def _lead_to(entry: Paragraph, name: str, first: int) -> None:
    """Make the runs of an entry, from the `first` on, a link to a heading."""
    runs = [run._r for run in entry.runs[first:]]
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark(name))
    entry._p.replace(runs[0], link)
    link.extend(runs)


def _count_on_opening(writer: Writer) -> None:
    """Let Word count the pages when the file is opened; it asks first."""
    settings = writer.docx.settings.element
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    following = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids")
    place = next((child for child in settings if child.tag in map(qn, following)), None)
    if place is None:
        settings.append(update)
    else:
        place.addprevious(update)


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

"""Word documents as facilitators write them: the same two cases in different forms of tables and notes."""

from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell

# The title of each case, and the lines under each label.
CASES = {
    "Entente du Haut-Pays": {
        "Eléments déclencheurs": ["Un appel à projets", "Une envie commune"],
        "Partenaires / échelle": ["5 Communautés de communes sur 3 départements"],
        "Enjeux": ["Organiser les solidarités", "Anticiper les dynamiques"],
        "Ambitions": ["Établir une charte"],
        "Objet": ["Deux axes, l’eau et les transports"],
        "Acteurs": ["Pilotage : conférence des présidents", "Un comité technique"],
    },
    "Contrat de rivière Doux": {
        "Contexte": ["Une crue"],
        "Partenaires": ["Le syndicat mixte du bassin", "2 communes"],
        "Problématiques": ["Partager l’eau"],
        "Objectifs": ["Rendre la rivière à ses rives"],
        "Contenu": ["Un programme de travaux"],
        "Gouvernance": ["Un comité de rivière"],
    },
}
# More cases, for tables with four cases and more.
MORE = {
    f"Convention de partenariat {name}": {
        label: [f"{line} ({name})" for line in lines] for label, lines in CASES["Entente du Haut-Pays"].items()
    }
    for name in ("nord", "sud", "ouest")
}


def two_columns(path: Path) -> Path:
    """Five tables with two columns and bullets, and a label in a cell over two rows."""
    document = docx.Document()
    document.add_paragraph("Quels outils pour formaliser des coopérations ?", style="Title")
    for title, rows in {**CASES, **MORE}.items():
        document.add_heading(title, 1)
        table = document.add_table(0, 2)
        for label, lines in rows.items():
            cells = table.add_row().cells
            cells[0].text = label
            _fill(cells[1], lines[:1])
            for line in lines[1:]:
                below = table.add_row().cells
                _fill(below[1], [line])
                cells[0].merge(below[0])
        document.add_paragraph(f"Note sous le tableau de {title}.")
    document.save(str(path))
    return path


def title_rows(path: Path) -> Path:
    """One table for all cases, with the title of each in a row across the columns."""
    document = docx.Document()
    table = document.add_table(0, 2)
    for title, rows in CASES.items():
        head = table.add_row().cells
        head[0].merge(head[1]).text = title
        for label, lines in rows.items():
            cells = table.add_row().cells
            cells[0].text = label
            _fill(cells[1], lines)
    document.save(str(path))
    return path


def side_by_side(path: Path) -> Path:
    """A table with one column per case, and the labels in the first column."""
    document = docx.Document()
    cases = {"Entente du Haut-Pays": CASES["Entente du Haut-Pays"], **MORE}
    table = document.add_table(1, len(cases) + 1)
    for index, title in enumerate(cases, start=1):
        table.rows[0].cells[index].text = title
    for label in CASES["Entente du Haut-Pays"]:
        cells = table.add_row().cells
        cells[0].text = label
        for index, rows in enumerate(cases.values(), start=1):
            _fill(cells[index], rows[label])
    document.save(str(path))
    return path


def bold_labels(path: Path) -> Path:
    """No table: bold titles, and bold labels above lists."""
    document = docx.Document()
    for title, rows in CASES.items():
        document.add_paragraph().add_run(title).bold = True
        for label, lines in rows.items():
            document.add_paragraph().add_run(label).bold = True
            for line in lines:
                document.add_paragraph(line, style="List Bullet")
    document.save(str(path))
    return path


def headings(path: Path) -> Path:
    """Titles and labels as headings, the labels numbered by hand."""
    document = docx.Document()
    document.add_paragraph("Recueil de la journée", style="Title")
    document.add_paragraph("Quelques mots d’introduction.")
    for title, rows in CASES.items():
        document.add_heading(title, 1)
        for number, (label, lines) in enumerate(rows.items(), start=1):
            document.add_heading(f"{number}. {label}", 2)
            for line in lines:
                document.add_paragraph(line)
    document.save(str(path))
    return path


def tabs(path: Path) -> Path:
    """A label, a tab and a text on each line."""
    document = docx.Document()
    for title, rows in CASES.items():
        document.add_heading(title, 1)
        for label, lines in rows.items():
            document.add_paragraph(f"{label}\t{lines[0]}")
            for line in lines[1:]:
                document.add_paragraph(f"• {line}")
    document.save(str(path))
    return path


def line_breaks(path: Path) -> Path:
    """The points of a cell in one paragraph, with line breaks and dashes."""
    document = docx.Document()
    for title, rows in CASES.items():
        document.add_heading(title, 1)
        table = document.add_table(0, 2)
        for label, lines in rows.items():
            cells = table.add_row().cells
            cells[0].text = label
            cells[1].text = "\n".join(f"- {line}" for line in lines)
    document.save(str(path))
    return path


SHAPES = (two_columns, title_rows, side_by_side, bold_labels, headings, tabs, line_breaks)


def hidden_corners(path: Path) -> Path:
    """Words that python-docx does not find: in a control, a text box, an insertion, a footnote; and a deletion."""
    document = docx.Document()
    document.add_heading("Entente du Haut-Pays", 1)
    body = document.element.body
    w = nsdecls("w")
    for xml in (
        f"<w:p {w}><w:r><w:rPr><w:b/></w:rPr><w:t>Enjeux</w:t></w:r></w:p>",
        f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>dans un contrôle</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        f"<w:p {w}><w:ins><w:r><w:t>une insertion</w:t></w:r></w:ins><w:del><w:r><w:delText>effacée</w:delText></w:r>"
        "</w:del></w:p>",
        f"<w:p {w}><w:r><w:rPr><w:b/></w:rPr><w:t>Ambitions</w:t></w:r></w:p>",
        f"<w:p {w}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>dans une zone de texte</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></w:r></w:p>",
    ):
        body.insert(len(body) - 1, parse_xml(xml))
    note = (
        f'<w:footnotes {w}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>une note de bas de page</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    _add_footnotes(document, note.encode())
    document.save(str(path))
    return path


def _add_footnotes(document: Document, blob: bytes) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _fill(cell: _Cell, lines: list[str]) -> None:
    for index, line in enumerate(lines):
        paragraph = cell.add_paragraph() if index else cell.paragraphs[0]
        paragraph.text = line
        paragraph.style = "List Bullet"

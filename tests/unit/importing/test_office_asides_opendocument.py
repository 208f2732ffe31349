"""Nothing in an OpenDocument file vanishes: the words of all its parts are in the imported files."""

from pathlib import Path

import pytest
from odfdo import Document

from tests.support import office_parts as parts
from tests.unit.importing.conftest import Written

ODF = {name: f"urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0" for name, uri in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
    ("presentation", "presentation"), ("chart", "chart"), ("form", "form"),
    ("svg", "svg-compatible"),
)}  # fmt: skip
ODF_SPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in ODF.items()) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
ANNOTATION = (
    "<office:annotation><dc:creator>Motauteur</dc:creator><dc:date>2020-01-02</dc:date>"
    "<text:p>motremarque</text:p></office:annotation>"
)
OBJECTS = (
    '<draw:frame><draw:object xlink:href="./Object 1"/><svg:desc>motdescription</svg:desc></draw:frame>'
    '<draw:frame><draw:object xlink:href="./Object 2"/></draw:frame>'
)
FORM = '<office:forms><form:form><form:text form:current-value="motsaisi"/></form:form></office:forms>'
CHART = (
    f"<office:document-content {ODF_SPACES}><office:body><office:chart><chart:chart>"
    "<chart:title><text:p>mottitre</text:p></chart:title><table:table><table:table-row><table:table-cell><text:p>motcategorie</text:p></table:table-cell>"
    "<table:table-cell><text:p>437</text:p></table:table-cell></table:table-row></table:table></chart:chart>"
    "</office:chart></office:body></office:document-content>"
)
FORMULA = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mfrac><mi>motnum</mi><mi>motden</mi></mfrac>'
    "<annotation>{motnum} over {motden}</annotation></semantics></math>"
)
LABELS = (
    '<text:h text:outline-level="1">Entente de Motville</text:h><text:p>Outil : Entente</text:p>'
    "<text:p>Enjeux :</text:p><text:p>- motenjeu</text:p>"
)


def _sheet_cells(*extra: str) -> str:
    rows = ("Titre", "Entente de Motville"), ("Outil", "Entente"), ("Enjeux", "motenjeu")
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    made = "".join(
        f"<table:table-row>{cell.format(label)}{cell.format(text)}</table:table-row>" for label, text in rows
    )
    return f'<table:table table:name="Fiches">{made}{"".join(extra)}</table:table>'


CONTENT = {
    "odt": f"<office:text>{FORM}{LABELS}<table:table/><text:p>{ANNOTATION}motapres{OBJECTS}</text:p>"
    "<text:p><text:ruby><text:ruby-base>motbase</text:ruby-base><text:ruby-text>motguide</text:ruby-text></text:ruby></text:p></office:text>",
    "ods": "<office:spreadsheet>"
    + _sheet_cells(
        f"<table:table-row><table:table-cell>{ANNOTATION}<text:p>Acteurs</text:p></table:table-cell><table:table-cell>"
        "<draw:frame><draw:text-box><text:p>motboite</text:p></draw:text-box></draw:frame><text:p>motacteur</text:p>"
        "</table:table-cell><table:covered-table-cell><text:p>motcouvert</text:p></table:covered-table-cell>"
        '<table:table-cell office:value-type="float" office:value="437"/>'
        '<table:table-cell table:formula="of:=motformule"/></table:table-row>',
        f"<table:shapes>{OBJECTS}</table:shapes>{FORM}",
    )
    + "</office:spreadsheet>",
    "odp": f'<office:presentation><presentation:footer-decl presentation:name="f">motdeclare</presentation:footer-decl>'
    f"<draw:page>{FORM}<draw:frame><draw:text-box>{LABELS}</draw:text-box></draw:frame>{OBJECTS}{ANNOTATION}</draw:page>"
    "</office:presentation>",
}
SHOWN = {"odt": {"motsaisi"}, "ods": {"motsaisi", "motformule", "437"}, "odp": {"motsaisi"}}
HEADINGS = (
    "<style:header><text:p>motentete</text:p></style:header><style:footer>"
    "<text:p>Page <text:page-number>7</text:page-number></text:p></style:footer>"
)
MASTER = "<draw:frame><draw:text-box><text:p>motmasque</text:p></draw:text-box></draw:frame>"


def _styles(kind: str) -> bytes:
    page = MASTER if kind == "odp" else HEADINGS
    return (
        f'<office:document-styles {ODF_SPACES}><office:master-styles><style:master-page style:name="Standard">{page}'
        "</style:master-page></office:master-styles></office:document-styles>"
    ).encode()


@pytest.mark.parametrize("kind", CONTENT)
def test_words_of_every_part_of_an_opendocument(tmp_path: Path, written: Written, kind: str) -> None:
    path = tmp_path / f"fiche.{kind}"
    Document({"odt": "text", "ods": "spreadsheet", "odp": "presentation"}[kind]).save(str(path))
    content = (
        f"<office:document-content {ODF_SPACES}><office:body>{CONTENT[kind]}</office:body></office:document-content>"
    )
    parts.patched(
        path,
        {"content.xml": lambda _: content.encode(), "styles.xml": lambda _: _styles(kind)},
        {"Object 1/content.xml": CHART, "Object 2/content.xml": FORMULA},
    )
    found = written(path)
    assert (parts.independent_words(path) | SHOWN[kind]) - {"page"} - set(found) == set()

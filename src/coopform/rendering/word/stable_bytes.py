"""A document to bytes: always the same for the same document."""

import io

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from coopform.outputs.office_zip import without_times
from coopform.rendering.word.words import shown
from coopform.rendering.word.writer import Writer
from coopform.text.languages import USAGE
from coopform.text.typography import shorten

# The longest value of a property, in characters.
_LONGEST_PROPERTY = 255
# Parts of the default template of python-docx that are not used: a thumbnail, a bibliography…
_UNUSED = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}


def pack(writer: Writer) -> bytes:
    """Return a document as a file."""
    _drop_unused(writer)
    _describe(writer)
    _settle(writer)
    stream = io.BytesIO()
    writer.docx.save(stream)
    return without_times(stream.getvalue())


def _drop_unused(writer: Writer) -> None:
    for rels in (writer.docx.part.package.rels, writer.docx.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype in _UNUSED]:
            del rels[name]


def _describe(writer: Writer) -> None:
    """Set the properties of the file: title, language, organisers; no times."""
    properties = writer.docx.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = _property(writer.title, writer)
    properties.language = USAGE[writer.language].tag
    properties.author = _property(", ".join(writer.document.recueil.organisateurs), writer)


def _property(text: str, writer: Writer) -> str:
    return shorten(" ".join(shown(text, writer.language).split("\n")), _LONGEST_PROPERTY)


def _settle(writer: Writer) -> None:
    """Mark the document as one of a current Word, which otherwise opens it in compatibility mode."""
    settings = writer.docx.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for name in ("w:savePreviewPicture", "w:proofState", "w:rsids"):
        for element in settings.findall(qn(name)):
            settings.remove(element)
    for element in settings.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), USAGE[writer.language].tag)

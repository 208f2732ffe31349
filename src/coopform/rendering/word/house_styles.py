"""The styles of the house: those of `_modele.docx` beside `_recueil.yaml`, by the names of the word processor.

Of that file only the definitions of styles are read, and of those only what this module lists: fonts, colours, weights,
alignment, borders, shading. Sizes and spaces stay those of a document, so that its pages hold what they hold. No text,
no macro, no picture and no link of the file is read.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from coopform.rendering.pages.look import ModelUnreadable

# Bytes of the file, and of each part that is read.
_MOST_BYTES, _MOST_XML = 20_000_000, 2_000_000
_STYLES, _THEME = "word/styles.xml", "word/theme/theme1.xml"
# What is taken of a style, in the order of the schema.
_OF_RUNS = (
    "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing", "highlight", "u", "shd",
)  # fmt: skip
_OF_PARAGRAPHS = ("pBdr", "shd", "jc")
_SIDES = ("top", "left", "bottom", "right", "between")
# The limit on the chain of styles based on one another.
_MOST_BASES = 20
_LONGEST_VALUE = 64
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# The order of the schema, in which the properties of a style are.
_RUN_ORDER = (*_OF_RUNS[:10], "sz", "szCs", *_OF_RUNS[10:], "lang")
_PARAGRAPH_ORDER = ("keepNext", "keepLines", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl")

_Element: TypeAlias = Any
# By name of a style, the elements for its runs and its paragraphs, by their names.
HouseStyles: TypeAlias = Mapping[str, tuple[dict[str, _Element], dict[str, _Element]]]


def read(path: Path) -> HouseStyles:
    """Return the styles of a DOCX or DOTX file, by name.

    Raises:
        ModelUnreadable: it is no such file, or too large.
        OSError: it cannot be read.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise ModelUnreadable(path, "size")
    try:
        with zipfile.ZipFile(path) as package:
            sheet = _parsed(path, _part(path, package, _STYLES))
            theme = _part(path, package, _THEME) if _THEME in package.namelist() else b""
            fonts = _fonts(_parsed(path, theme)) if theme else {}
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise ModelUnreadable(path, "broken") from error
    return _styles(sheet, fonts)


def apply(sheet: _Element, house: HouseStyles) -> None:
    """Apply the styles of the house to the styles of the same names in a document."""
    for style in sheet.findall(qn("w:style")):
        runs, paragraphs = house.get(_name(style), ({}, {}))
        if runs:
            _put(_child(style, "w:rPr"), runs, _RUN_ORDER)
        if paragraphs and style.get(qn("w:type")) == "paragraph":
            _put(_child(style, "w:pPr"), paragraphs, _PARAGRAPH_ORDER)


def _part(path: Path, package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as stream:
        data = stream.read(_MOST_XML + 1)
    if len(data) > _MOST_XML:
        raise ModelUnreadable(path, "size")
    return data


def _parsed(path: Path, data: bytes) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ModelUnreadable(path, "broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ModelUnreadable(path, "broken")
    return root


def _fonts(theme: _Element) -> dict[str, str]:
    """Return the fonts of a theme: `major` for headings, `minor` for texts."""
    found = {}
    for name in ("major", "minor"):
        font = theme.find(f".//{_DRAWING}{name}Font/{_DRAWING}latin")
        if font is not None and font.get("typeface"):
            found[name] = font.get("typeface")
    return found


def _styles(sheet: _Element, fonts: Mapping[str, str]) -> HouseStyles:
    known = {style.get(qn("w:styleId")): style for style in sheet.findall(qn("w:style"))}
    found: dict[str, tuple[dict[str, _Element], dict[str, _Element]]] = {}
    for style in known.values():
        runs: dict[str, _Element] = {}
        paragraphs: dict[str, _Element] = {}
        for base in _bases(style, known):
            runs |= _taken(base.find(qn("w:rPr")), _OF_RUNS, fonts)
            paragraphs |= _taken(base.find(qn("w:pPr")), _OF_PARAGRAPHS, fonts)
        found[_name(style)] = (runs, paragraphs)
    default = sheet.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    runs, paragraphs = found.get("normal", ({}, {}))
    found["normal"] = (_taken(default, _OF_RUNS, fonts) | runs, paragraphs)
    return found


def _bases(style: _Element, known: Mapping[str, _Element]) -> Iterator[_Element]:
    """Yield the styles on which a style is based, the furthest first, then itself; not the default one."""
    chain = [style]
    for _ in range(_MOST_BASES):
        base = chain[-1].find(qn("w:basedOn"))
        parent = known.get(base.get(qn("w:val"))) if base is not None else None
        if parent is None or parent.get(qn("w:default")) == "1":
            break
        chain.append(parent)
    return reversed(chain)


def _taken(properties: _Element | None, names: tuple[str, ...], fonts: Mapping[str, str]) -> dict[str, _Element]:
    """Return copies of the properties of these names, with plain values only."""
    found: dict[str, _Element] = {}
    if properties is None:
        return found
    for name in names:
        element = properties.find(qn(f"w:{name}"))
        if element is not None:
            copy = _plain(element, name, fonts)
            for side in _SIDES if name == "pBdr" else ():
                border = element.find(qn(f"w:{side}"))
                if border is not None:
                    copy.append(_plain(border, side, fonts))
            found[name] = copy
    return found


def _plain(element: _Element, name: str, fonts: Mapping[str, str]) -> _Element:
    """Return an element with its plain values: the fonts of the theme by their names, the colours by their digits."""
    copy = OxmlElement(f"w:{name}")
    for attribute, value in element.attrib.items():
        local = etree.QName(attribute).localname
        if attribute.startswith(qn("w:x")[:-1]) and "heme" not in local and len(value) <= _LONGEST_VALUE:
            copy.set(attribute, value)
    if name == "rFonts":
        for local in ("ascii", "hAnsi"):
            theme = fonts.get((element.get(qn(f"w:{local}Theme")) or "")[:5])
            if theme and len(theme) <= _LONGEST_VALUE:
                copy.set(qn(f"w:{local}"), theme)
    return copy


def _put(properties: _Element, wanted: Mapping[str, _Element], order: tuple[str, ...]) -> None:
    """Put properties in the place of those of their names, in the order of the schema."""
    for name, element in wanted.items():
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
        copy = etree.fromstring(etree.tostring(element))
        following = {qn(f"w:{later}") for later in order[order.index(name) + 1 :]}
        place = next((child for child in properties if child.tag in following), None)
        if place is None:
            properties.append(copy)
        else:
            place.addprevious(copy)


def _child(style: _Element, name: str) -> _Element:
    found = style.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        after = style.find(qn("w:rPr")) if name == "w:pPr" else None
        tables = style.find(qn("w:tblPr")) if after is None else after
        if tables is None:
            style.append(found)
        else:
            tables.addprevious(found)
    return found


def _name(style: _Element) -> str:
    name = style.find(qn("w:name"))
    return (name.get(qn("w:val")) or "").lower() if name is not None else ""

"""Check that an SVG file is a picture and nothing else, before anything draws it.

Document types, scripts, event handlers, animations, HTML and references to anything outside the file are refused.
`svg_size` counts how much it draws.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote
from xml.parsers import expat

from coopform.model.limits import MAX_PIXELS, MAX_SVG_DEPTH, MAX_SVG_ELEMENTS
from coopform.rendering.pictures.raster import is_raster, pixels
from coopform.rendering.pictures.svg_size import Element, References, TooMuch, count

SVG = "http://www.w3.org/2000/svg"
_PAGES = "http://www.w3.org/1999/xhtml"
_ACTIVE = {"script", "foreignobject", "handler", "listener", "set", "discard"}
# What a link inside an SVG may contain: a raster image, which cannot contain an SVG.
_CARRIED = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)

_URL = r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)]*))"
_URLS = re.compile(_URL, re.IGNORECASE)
# A style sheet in pieces: addresses, comments, strings.
_PIECES = re.compile(_URL + r"\s*\)?|/\*.*?(?:\*/|\Z)|\"[^\"\n]*\"?|'[^'\n]*'?", re.IGNORECASE | re.DOTALL)
# CSS that loads something without `url()`, or hides a word behind an escape.
_BRINGS_IN = re.compile(r"@import|image-set\(|\bimage\(|\bsrc\(|\\", re.IGNORECASE)
_COMPOUND = re.compile(r"[\s>+~]+")


DrawingReason = Literal["content", "active", "reference", "drawing", "pixels"]


class RefusedDrawing(Exception):
    """A drawing cannot be used.

    Attributes:
        reason: `content` (no SVG), `active` (more than a picture), `reference` (to something outside), `drawing` (it
            draws too much) or `pixels` (a picture that it carries has too many).
        what: the part at fault, as typed.
        line: its line, from 1.
    """

    def __init__(self, reason: DrawingReason, what: str = "", line: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.what = what
        self.line = line


def check(data: bytes) -> None:
    """Check an SVG file.

    Raises:
        RefusedDrawing: it is no SVG, or contains more than a picture.
    """
    reader = _Reader()
    try:
        reader.read(data)
        count(reader.elements, reader.styles, reader.rules)
    except expat.ExpatError as error:
        raise RefusedDrawing("content") from error
    except TooMuch as error:
        raise RefusedDrawing("drawing") from error


class _Reader:
    """Goes through the markup once; keeps of each element what it draws."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        # By selector (`.class`, `#id`, `tag` or `*`), what style sheets have elements refer to.
        self.styles: dict[str, References] = {}
        self.rules = 0
        self._open: list[Element] = []
        self._style: list[str] = []
        # Names come with their namespace: a prefix says nothing.
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = lambda *_: self._refuse("active", "<!DOCTYPE>")
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self, data: bytes) -> None:
        self._parser.Parse(data, True)

    def _refuse(self, reason: DrawingReason, what: str = "") -> None:
        raise RefusedDrawing(reason, what, self._parser.CurrentLineNumber)

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse("reference", "<?xml-stylesheet?>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._open and (space, tag) != (SVG, "svg"):
            self._refuse("content")
        if space == _PAGES or tag.lower() in _ACTIVE or tag.lower().startswith("animate"):
            self._refuse("active", f"<{tag}>")
        element = Element(tag)
        for attribute, value in attributes.items():
            self._attribute(element, attribute, value)
        if self._open:
            self._open[-1].children.append(element)
        self.elements.append(element)
        self._open.append(element)
        if len(self._open) > MAX_SVG_DEPTH or len(self.elements) > MAX_SVG_ELEMENTS:
            self._refuse("drawing")

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if element.tag == "style":
            self._style_sheet("".join(self._style))
            self._style.clear()

    def _text(self, text: str) -> None:
        element = self._open[-1]
        if element.tag == "style":
            self._style.append(text)
            element.length += len(text)
        else:
            element.text += len(text.strip())

    def _attribute(self, element: Element, attribute: str, value: str) -> None:
        space, _, name = attribute.rpartition(" ")
        if name.lower().startswith("on") and not space:
            self._refuse("active", name)
        if (space, name) == ("http://www.w3.org/XML/1998/namespace", "base"):
            self._refuse("reference", f"xml:base={value}")
        if name in ("href", "src"):
            # An embedded picture may have any length.
            element.refers.add("href", self._targets(value))
            return
        element.length += len(value)
        if name == "id":
            element.ids.append(value)
        elif name == "class":
            element.classes = value.split()
        elif name == "style":
            self._declarations(element.refers, self._plain(value))
        elif name in ("d", "points"):
            element.points += len(value)
        for match in _URLS.finditer(value) if name != "style" else ():
            element.refers.add(name, self._targets(_address(match)))

    def _targets(self, address: str) -> list[str]:
        """Return the names to which an address inside the drawing leads; none for an embedded picture."""
        address = address.strip()
        if address.startswith("#"):
            return list({address[1:], unquote(address[1:])})
        if address:
            picture = _carried(address)
            if not is_raster(picture):
                self._refuse("reference", address)
            if pixels(picture) > MAX_PIXELS:
                self._refuse("pixels")
        return []

    def _style_sheet(self, text: str) -> None:
        for rule in self._plain(text).split("}"):
            # In a nested rule (`@media`), the selector follows the last bracket but one; declarations before it belong
            # to the outer rule.
            before, _, declarations = rule.rpartition("{")
            self.rules += 1
            self._declarations(self.styles.setdefault("*", References()), before)
            refers = References()
            self._declarations(refers, declarations)
            for selector in _selectors(before.rpartition("{")[2]) if refers else ():
                self.styles.setdefault(selector, References()).update(refers)

    def _plain(self, text: str) -> str:
        """Return a style sheet without comments and strings, its addresses as `url(#name)`."""

        def piece(match: re.Match[str]) -> str:
            if match[0][:4].lower() != "url(":
                return " "
            return "".join(f"url(#{target})" for target in self._targets(_address(match)))

        plain = _PIECES.sub(piece, text)
        found = _BRINGS_IN.search(plain)
        if found:
            self._refuse("reference", found[0])
        return plain

    def _declarations(self, refers: References, plain: str) -> None:
        for declaration in plain.split(";"):
            name, _, value = declaration.partition(":")
            for match in _URLS.finditer(value):
                refers.add(name.rpartition("{")[2].strip().lower(), [_address(match)[1:]])


def _address(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group is not None), "")


def _carried(address: str) -> bytes:
    """Return the picture in a `data:` address, empty without one; its kind is recognised by its content."""
    match = _CARRIED.match(address)
    try:
        # White space is allowed in it.
        return base64.b64decode("".join(address[match.end() :].split())) if match else b""
    except (binascii.Error, ValueError):
        return b""


def _selectors(text: str) -> Iterator[str]:
    """Yield the elements that selectors may mean: `.class`, `#id` or `tag`, or `*` where that would take more."""
    for selector in text.split(","):
        last = _COMPOUND.split(selector.strip())[-1]
        parts = re.findall(r"[.#]?[\w-]+", last) if re.fullmatch(r"[\w.#-]+", last) else []
        yield next((part for part in parts if part[0] in ".#"), parts[0] if parts else "*")

"""Make Office packages readable that other programs open: Strict Open XML, lost parts, names in another case.

Strict Open XML has other namespaces. Some programs write names of parts with other capitals than the relations to them,
relations to parts that are not there, and parts without a content type.
"""

import posixpath
import re
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import unquote

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Nothing in these parts is text of the document: their relations are removed, and they are not parsed.
_PROPERTIES = (
    "core-properties", "extended-properties", "extendedProperties", "custom-properties", "customProperties",
    "thumbnail", "customXml",
)  # fmt: skip
UNREAD = ("docprops/", "customxml/")

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_HYPHENATED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}

_OFFICE = b"application/vnd.openxmlformats-officedocument."
_WORD = _OFFICE + b"wordprocessingml.document.main+xml"
_SLIDES = _OFFICE + b"presentationml.presentation.main+xml"
# Documents with macros, templates and slide shows are read as plain documents.
_PLAIN_TYPES = {
    b"application/vnd.ms-word.document.macroEnabled.main+xml": _WORD,
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml": _WORD,
    _OFFICE + b"wordprocessingml.template.main+xml": _WORD,
    b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": _SLIDES,
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": _SLIDES,
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml": _SLIDES,
    _OFFICE + b"presentationml.slideshow.main+xml": _SLIDES,
    _OFFICE + b"presentationml.template.main+xml": _SLIDES,
}


def transitional(data: bytes) -> bytes:
    """Return a part in UTF-8 with the namespaces and relations of Strict Open XML replaced by the usual ones."""
    return _STRICT.sub(_usual_name, data) if b"purl.oclc.org/ooxml/" in data else data


def _usual_name(found: re.Match[bytes]) -> bytes:
    kind, name = found.groups()
    return b"http://schemas.openxmlformats.org/%s/2006/%s" % (kind, _HYPHENATED.get(name, name))


def plain_type(data: bytes) -> bytes:
    """Return the content types of a package, with those of macros, templates and shows replaced."""
    for special, plain in _PLAIN_TYPES.items():
        data = data.replace(special, plain)
    return data


def add_types(types: Any, names: Collection[str]) -> None:
    """Declare a type for every extension of a package that has none; types in the XML of a part go first."""
    declared = {one.get("Extension", "").lower() for one in types.iter(f"{_TYPES}Default")}
    for extension in sorted({posixpath.splitext(name)[1][1:].lower() for name in names} - declared):
        if extension:
            kind = "application/xml" if extension == "xml" else "application/octet-stream"
            types.append(types.makeelement(f"{_TYPES}Default", {"Extension": extension, "ContentType": kind}))


def name_of_relations(name: str, names: Mapping[str, str]) -> str:
    """Return the name of the relations of a part with the capitals of the name of that part.

    Args:
        name: `word/_rels/document.xml.rels`; any other name is returned as it is.
        names: the parts of the package by their name in small letters.
    """
    folder, base = posixpath.split(name)
    if not base.lower().endswith(".rels") or posixpath.basename(folder).lower() != "_rels":
        return name
    part = names.get(posixpath.join(posixpath.dirname(folder), base[: -len(".rels")]).lower())
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels") if part else name


def repair_relations(name: str, relations: Any, names: Mapping[str, str]) -> None:
    """Let the relations of a part name the parts that are there, and remove those to nothing and to properties.

    Args:
        name: the part with the relations: `word/_rels/document.xml.rels`.
        relations: its root.
        names: the parts of the package by their name in small letters.
    """
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(relations.iter(_RELATION)):
        if relation.get("TargetMode") == "External":
            continue
        target = _found(relation.get("Target", ""), folder, names)
        if target is None or relation.get("Type", "").rpartition("/")[2] in _PROPERTIES:
            relations.remove(relation)
        else:
            relation.set("Target", f"/{target}")


def _found(target: str, folder: str, names: Mapping[str, str]) -> str | None:
    plain = unquote(target).replace("\\", "/")
    # Some programs forget the slash before an absolute name.
    for start in (folder, ""):
        full = posixpath.normpath(posixpath.join("/", start, plain)).lstrip("/")
        if full.lower() in names:
            return names[full.lower()]
    return None

"""What a collection changes in the look of its handouts: templates, style sheet, logo."""

import base64
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from coopform.casefile.links import LinkLeadsOut, leads_out
from coopform.failures import CoopformError
from coopform.model.case import Recueil
from coopform.model.limits import MAX_PIXELS
from coopform.rendering.pages import template_folder
from coopform.rendering.pictures import raster, svg

# In the folder of `_recueil.yaml`.
STYLE_SHEET = "_recueil.css"
MODEL = "_modele.docx"
_PICTURES = {*raster.ENDINGS, ".svg"}
# Bytes. Every page carries the logo: a larger one would make each sheet too heavy to mail.
LARGEST_LOGO = 2_000_000


LogoReason = Literal["missing", "kind", "outside", "size", svg.DrawingReason]


@dataclass
class LogoUnreadable(CoopformError):
    """The logo that `_recueil.yaml` names cannot be used.

    Attributes:
        path: the file.
        reason: `missing`, `kind` (its ending), `outside`, `size`, or one of `svg.RefusedDrawing`.
        what: the part of a drawing that is at fault, as typed.
        line: its line, from 1.
    """

    path: Path
    reason: LogoReason
    what: str = ""
    line: int = 0


@dataclass
class ModelUnreadable(CoopformError):
    """The file with the styles of the house cannot be used.

    Attributes:
        path: the file.
        reason: `size` or `broken`.
    """

    path: Path
    reason: Literal["size", "broken"]


@dataclass(frozen=True, slots=True)
class Look:
    """What a collection adds to the shipped design.

    Attributes:
        templates: the folder that overrides templates, if any.
        style: the text of its style sheet, empty without one.
        logo: its logo as a `data:` address, empty without one.
        model: the Word file with the styles of the house, if any.
    """

    templates: Path | None = None
    style: str = ""
    logo: str = ""
    model: Path | None = None


def read_look(cases: Path, recueil: Recueil) -> Look:
    """Return the look of the cases of a folder.

    Raises:
        LogoUnreadable: the logo cannot be used.
        LinkLeadsOut: the style sheet, the Word styles or the folder of templates is a link that leads out of its
            folder.
        OSError: a file that is there cannot be read.
    """
    style, model = cases / STYLE_SHEET, cases / MODEL
    for path in (style, model):
        if leads_out(path, cases):
            raise LinkLeadsOut(path)
    return Look(
        templates=template_folder.overriding(cases),
        style=style.read_text(encoding="utf-8", errors="replace") if style.is_file() else "",
        logo=read_logo(cases, recueil.logo) if recueil.logo else "",
        model=model if model.is_file() else None,
    )


def read_logo(cases: Path, name: str) -> str:
    """Return a picture in a folder of cases as a `data:` address.

    Raises:
        LogoUnreadable: it cannot be used.
        OSError: it cannot be read.
    """
    path = cases / name
    if path.suffix.lower() not in _PICTURES:
        raise LogoUnreadable(path, "kind")
    if not path.is_file():
        raise LogoUnreadable(path, "missing")
    if leads_out(path, cases):
        raise LogoUnreadable(path, "outside")
    if path.stat().st_size > LARGEST_LOGO:
        raise LogoUnreadable(path, "size")
    data = path.read_bytes()
    _check_content(path, data)
    kind = mimetypes.types_map.get(path.suffix.lower(), "image/webp")
    return Markup(f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}")


def _check_content(path: Path, data: bytes) -> None:
    """Refuse a file that is not the kind of picture its name says, or holds more than a picture, without drawing it."""
    ending = path.suffix.lower()
    if ending != ".svg":
        if not raster.is_raster(data, ending):
            raise LogoUnreadable(path, "content")
        if raster.pixels(data) > MAX_PIXELS:
            raise LogoUnreadable(path, "pixels")
        return
    try:
        svg.check(data)
    except svg.RefusedDrawing as refused:
        raise LogoUnreadable(path, refused.reason, refused.what, refused.line) from refused

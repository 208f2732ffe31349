"""Check the logo that `_recueil.yaml` names, by the rules of pages."""

from pathlib import Path

from coopform.casefile import reader
from coopform.casefile.source import Source
from coopform.collection.collection import read_inside
from coopform.collection.folder import RECUEIL_NAME
from coopform.model.case import Recueil
from coopform.problems.problem import Problem


def check_logo(folder: Path, recueil: Recueil) -> list[Problem]:
    """Return the problem of the logo of a collection, at its line in `_recueil.yaml`; none if it can be used."""
    if not recueil.logo:
        return []
    # Imported lazily: few collections have a logo.
    from coopform.rendering.pages.look import LogoUnreadable, read_logo

    try:
        read_logo(folder, recueil.logo)
    except LogoUnreadable as refused:
        code = "logo-missing" if refused.reason == "missing" else "logo-unusable"
    except OSError:
        code = "logo-unusable"
    else:
        return []
    source = read_inside(folder / RECUEIL_NAME, folder)
    if not isinstance(source, Source):
        return []
    return [reader.read_recueil(source).spans.problem(code, ("logo",), value=recueil.logo)]

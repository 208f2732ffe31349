"""The Python API: public names, documented, and listed in its page."""

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest

import coopform
from coopform.cli.failure_words import say  # noqa: F401 (it loads the words)
from coopform.cli.failure_words.by_class import words
from coopform.collection.collection import Collection
from coopform.importing.failures import LabelsReason, LabelsUnusable, Limit, UnreadableDocument, UnreadableReason
from coopform.rendering.pages.look import LogoReason, LogoUnreadable
from coopform.rendering.pages.template_folder import TemplateFailure, TemplateReason
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.places import ROOT

NAMES = [name for name in coopform.__all__ if name != "__version__"]
HOMES = {f"coopform.{home}" for home in coopform._HOMES.values()}


def test_every_public_name_is_explained() -> None:
    for name in NAMES:
        public = getattr(coopform, name)
        assert (public.__doc__ or "").strip(), name
        assert public.__module__.startswith("coopform."), name


def test_every_public_function_is_in_its_page() -> None:
    page = (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if name[0].islower() and not re.search(rf"`{name}\b", page)] == []


def test_every_failure_has_words() -> None:
    for module in pkgutil.walk_packages(coopform.__path__, "coopform."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    failures = coopform.CoopformError.__subclasses__()
    failures += [kind for failure in failures for kind in failure.__subclasses__()]
    assert coopform.UnknownCase in failures
    for failure in failures:
        assert words.dispatch(failure) is not words.dispatch(Exception), failure
        assert failure.exit_code in (1, 2)


@pytest.mark.parametrize(
    ("failure", "reasons"),
    [
        (partial(UnreadableDocument, Path("a")), UnreadableReason),
        (partial(UnreadableDocument, Path("a"), "bomb"), Limit),
        (partial(LabelsUnusable, Path("a")), LabelsReason),
        (partial(LogoUnreadable, Path("a")), LogoReason),
        (partial(TemplateFailure, Path("a"), 1, detail=""), TemplateReason),
    ],
    ids=["document", "limit", "labels", "logo", "template"],
)
def test_every_reason_of_a_failure_has_words(failure: Callable[[str], Any], reasons: object) -> None:
    for language in LANGUAGES:
        said = {words(failure(reason), Translator(language)) for reason in get_args(reasons)}
        assert len(said) == len(get_args(reasons))


def test_types_and_names_agree() -> None:
    """Type checkers see the same names as programs."""
    tree = ast.parse(inspect.getsource(coopform))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in HOMES]
    pairs = {alias.name: node.module for node in imports for alias in node.names}
    assert pairs == {name: f"coopform.{module}" for name, module in coopform._HOMES.items()}


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, coopform; print([name for name in ('yaml', 'pydantic', 'jinja2') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_name_that_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="no attribute 'exprot'"):
        coopform.exprot  # noqa: B018


def test_a_document_comes_in_its_formats(five: Collection) -> None:
    document = coopform.sheet(five.cases[0], five.recueil)
    assert coopform.as_bytes(document, "markdown").decode() == coopform.as_text(document, "markdown")
    assert coopform.as_bytes(document, "docx").startswith(b"PK")
    with pytest.raises(ValueError, match="no 'docx' of 'panels'"):
        coopform.as_bytes(coopform.panels(coopform.compare(five.cases), five.recueil), "docx")

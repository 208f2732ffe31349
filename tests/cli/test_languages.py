"""Two languages: choice of the language, complete translations, an up-to-date compiled catalogue."""

import ast
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from coopform.problems.catalogue import CATALOGUE
from coopform.text import i18n
from tests.support.places import ROOT
from tests.support.running import Coopform
from tests.tools import translations


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr"}, "fr"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LC_MESSAGES": "en_GB", "LANG": "fr_FR"}, "en"),
        ({"COOPFORM_LANG": "fr", "LANG": "C"}, "fr"),
        ({"COOPFORM_LANG": "en", "LANG": "fr_FR"}, "en"),
        ({"COOPFORM_LANG": "xx", "LANG": "fr_FR"}, "fr"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_interface(environment: dict[str, str], language: str) -> None:
    assert i18n.interface_language(environment) == language


TRANSLATED = pytest.mark.parametrize("language", translations.TRANSLATED)


@TRANSLATED
def test_every_message_is_translated(language: str) -> None:
    catalogue = translations.read(language)
    messages = {message.id for message in translations.extract() if message.id}
    known = {message.id for message in catalogue if message.id and all(translations.strings(message))}
    assert messages == known


@TRANSLATED
def test_the_compiled_catalogue_is_that_of_the_translations(language: str) -> None:
    # Messages are compared, not bytes: Babel writes its version into the file.
    written = translations.po(language).with_suffix(".mo").read_bytes()
    assert messages_of(written) == messages_of(translations.compiled(translations.read(language)))


def messages_of(compiled: bytes) -> dict[str, object]:
    """Return the messages of a compiled catalogue with their translations, without the header."""
    return {str(message.id): message.string for message in read_mo(io.BytesIO(compiled)) if message.id}


@TRANSLATED
def test_translations_take_the_same_parameters(language: str) -> None:
    for message in translations.read(language):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = translations.strings(message)
        asked = {name for text in ids for name in re.findall(r"(?<!{){(\w+)}", text)}
        for text in strings:
            assert set(re.findall(r"(?<!{){(\w+)}", text)) <= asked, message.id
            assert "'" not in text.replace("apostrophes droites '", "") or "'" in ids[0], text
            assert '"' not in text or '"' in ids[0], text


def test_no_message_hides_where_extraction_does_not_look() -> None:
    """Messages in f-strings would not be extracted."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name):
                        literal = inner.args and isinstance(inner.args[0], ast.Constant)
                        assert not (inner.func.id in translations.KEYWORDS and literal), f"{path.name}:{inner.lineno}"


def test_every_code_has_words_in_both_languages() -> None:
    french = i18n.Translator("fr")
    for code, entry in CATALOGUE.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        assert french(entry.message) != entry.message
        assert french(entry.help) != entry.help


ENGLISH = re.compile(r"\b(the|usage|options?|commands?|show|this|help|error|of|and|no such|try)\b(?!:)", re.IGNORECASE)


@pytest.mark.parametrize(
    "command", ["", "list", "show", "compare", "render", "check", "init", "new", "edit", "open", "schema"]
)
def test_help_is_french_throughout(coopform: Coopform, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    out = coopform(*command.split(), "--help").out
    # Only names of commands, options and values are English.
    words = re.sub(
        r"--[a-z-]+|\[OPTIONS\]|Options\u00a0:|^  [a-z]+  |coopform \w+|text ou json", "", out, flags=re.MULTILINE
    )
    assert not ENGLISH.findall(words.replace("l’option", "").replace("L’option", "")), out


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--nimporte"],
        ["lst"],
        ["show"],
        ["show", "tridan", "de trop"],
        ["show", "tridan", "--format"],
        ["list", "--format", "xml"],
        ["check", "--strict=1"],
        ["show", "tirdan"],
        ["compare", "tridan"],
        ["list", "--cases", "nulle part"],
    ],
)
def test_failures_are_french_throughout(
    coopform: Coopform, monkeypatch: pytest.MonkeyPatch, workshop: Path, arguments: list[str]
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    run = coopform(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert not ENGLISH.findall(re.sub(r"--[a-z-]+|coopform \w+", "", run.err).replace("L’option", "")), run.err
    english = run.err
    monkeypatch.setenv("COOPFORM_LANG", "en")
    assert coopform(*arguments).err != english


@pytest.mark.parametrize(("lang", "word"), [("fr_FR.UTF-8", "Utilisation"), ("C", "Usage")])
def test_the_locale_chooses_in_a_real_run(lang: str, word: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "COOPFORM_LANG"}
    environment |= {"LANG": lang, "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "coopform", "--help"], env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0
    assert run.stdout.startswith(word)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ["new", "Entente", "du", "Bas-Pays"],
            "Argument inattendu : « du Bas-Pays ». Mettez entre guillemets droits un titre ou un nom de plusieurs "
            'mots : coopform new "Entente du Bas-Pays"',
        ),
        (["show", "--row", "enjeux", "SAGE", "de", "l’Ardèche"], 'coopform show "SAGE de l’Ardèche"'),
        (["edit", "le", 'dit "lac"'], "Voir : coopform edit --help"),
        (["show"], "Il manque un argument : FICHE. Par exemple : coopform show monts-ardeche"),
        (["import"], "Il manque un argument : FICHIER|DOSSIER. Voir : coopform import --help"),
        (["schema", "nimporte"], "TYPE n’accepte pas « nimporte »"),
        (["templates", "nimporte"], "« nimporte » n’existe pas. Pour les voir tous : coopform templates"),
    ],
)
def test_a_wrong_command_line_says_what_to_type_in_french(
    coopform: Coopform, monkeypatch: pytest.MonkeyPatch, typed: list[str], said: str
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    run = coopform(*typed)
    assert run.code == 2
    assert said in run.err.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")

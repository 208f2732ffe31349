"""The catalogues of messages: extract, update, compile.

    python -m tests.tools.translations

takes every message from the code and the templates into `src/coopform/locale/LANGUAGE/LC_MESSAGES/coopform.po`, for
each language but English, keeps the translations that are there, lists those still to be written, and compiles the
`.mo`.
"""

import inspect
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from coopform.text.i18n import LANGUAGES
from tests.support.places import ROOT

# Messages are English in the code.
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
# What Babel would say otherwise. In French: one form for 0 and 1, one for more; Babel adds a third one, for millions.
_PLURALS = {"fr": "nplurals=2; plural=(n > 1);"}

# The functions that mark messages: `mark("…")` in tables, `t("…")` and `plural` in code.
KEYWORDS = {"mark": None, "t": None, "translate": None, "plural": (1, 2)}


# Headers with the time and the version of Babel, which would change on each run.
_CHANGING = ('"POT-Creation', '"PO-Revision', '"Generated-By')
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def extract() -> Catalog:
    """Return every message of the code and the templates, without translations."""
    catalogue = Catalog(project="coopform", charset="utf-8")
    places = [
        (ROOT / "src/coopform", [("**.py", "python")]),
        (ROOT / "templates", [("**.j2", "jinja2.ext:babel_extract")]),
    ]
    for folder, methods in places:
        # The help of a command is its docstring.
        for _, _, message, comments, _ in extract_from_dir(folder, methods, keywords=KEYWORDS):
            catalogue.add(message, auto_comments=comments)
    for help_text in command_helps():
        catalogue.add(help_text)
    return catalogue


def command_helps() -> list[str]:
    """Return the help of each command: its docstring."""
    from coopform.cli.commands.registry import COMMANDS, function_of

    return [inspect.cleandoc(function_of(name).__doc__ or "") for name in COMMANDS]


def po(language: str) -> Path:
    """Return the path of the catalogue of a language."""
    return ROOT / "src/coopform/locale" / language / "LC_MESSAGES/coopform.po"


def read(language: str) -> Catalog:
    """Return the catalogue of a language as committed."""
    with po(language).open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    # Otherwise Babel writes the time into the headers, and the compiled bytes change on each run.
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the bytes of a `.mo` file."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def updated(language: str, new: Catalog) -> Catalog:
    """Return the catalogue of a language with the current messages and the existing translations."""
    name = Locale(language).english_name
    catalogue = Catalog(
        locale=language, project="coopform", charset="utf-8", header_comment=f"# {name} messages of coopform."
    )
    if language in _PLURALS:
        catalogue.mime_headers = [("Plural-Forms", _PLURALS[language])]
    old = read(language) if po(language).exists() else Catalog(locale=language)
    for message in new:
        if message.id:
            known = old.get(message.id)
            catalogue.add(message.id, known.string if known else "")
    return catalogue


def write(language: str, new: Catalog) -> list[str]:
    """Update and compile the catalogue of a language; return the messages without a translation."""
    catalogue, path = updated(language, new), po(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=110, sort_output=True, omit_header=False)
    # Read back to remove the changing headers, and to compile exactly what is committed.
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith(_CHANGING)]
    path.write_text("".join(lines), encoding="utf-8")
    catalogue = read(language)
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    return [str(message.id) for message in catalogue if message.id and not all(strings(message))]


def strings(message: Message) -> list[str]:
    """Return the translations of a message: one, or one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or [""])


def main() -> int:
    """Update and compile the catalogues; return 1 if a translation is missing."""
    new = extract()
    missing = {language: write(language, new) for language in TRANSLATED}
    for language, messages in missing.items():
        for message in messages:
            print(f"to translate ({language}):", repr(message))
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

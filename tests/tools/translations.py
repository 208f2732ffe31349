"""The catalogues of messages: extract, update, compile.

    python -m tests.tools.translations

takes every message from the code and the templates into `src/coopform/locale/fr/LC_MESSAGES/coopform.po`,
keeps the translations that are there, lists those still to be written, and compiles the `.mo`.
"""

import inspect
import io
import sys
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.support.places import ROOT

PO = ROOT / "src/coopform/locale/fr/LC_MESSAGES/coopform.po"
MO = PO.with_suffix(".mo")

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


def read_french() -> Catalog:
    """Return the French catalogue as committed."""
    with PO.open("rb") as stream:
        catalogue = read_po(stream, locale="fr")
    # Otherwise Babel writes the time into the headers, and the compiled bytes change on each run.
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the bytes of a `.mo` file."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def updated() -> Catalog:
    """Return the French catalogue with the current messages and the existing translations."""
    new = extract()
    french = Catalog(locale="fr", project="coopform", charset="utf-8", header_comment="# French messages of coopform.")
    # One form for 0 and 1, one for more. Babel would add a third one, for millions.
    french.mime_headers = [("Plural-Forms", "nplurals=2; plural=(n > 1);")]
    old = read_french() if PO.exists() else Catalog(locale="fr")
    for message in new:
        if message.id:
            known = old.get(message.id)
            french.add(message.id, known.string if known else "")
    return french


def main() -> int:
    """Update and compile the catalogue; return 1 if a translation is missing."""
    french = updated()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as stream:
        write_po(stream, french, width=110, sort_output=True, omit_header=False)
    # Read back to remove the changing headers, and to compile exactly what is committed.
    text = PO.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith(_CHANGING)]
    PO.write_text("".join(lines), encoding="utf-8")
    catalogue = read_french()
    MO.write_bytes(compiled(catalogue))
    missing = [message.id for message in catalogue if message.id and not message.string]
    for message in missing:
        print("to translate:", repr(message))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

"""The files of a new collection: a description in which every key is explained, and settings for editors."""

import json
from collections.abc import Iterator
from pathlib import Path

from coopform import resources
from coopform.authoring.new_case import comment_lines
from coopform.authoring.schema import files as schemas
from coopform.casefile.yaml_text import as_yaml
from coopform.collection.folder import CASES_FOLDER, INTITULES_NAME, RECUEIL_NAME, case_paths
from coopform.model import keys
from coopform.text.i18n import Translator, mark

# The extension for VS Code, by Red Hat, that reads schemas.
_EXTENSION = "redhat.vscode-yaml"
_EXAMPLES = {"date": "2015-03-05", "couleur": '"#0b4f6c"', "logo": "logo.png"}
_LISTS = {
    "organisateurs": ("organisateurs:", "  - …"),
    "introduction": ("introduction:", "  titre: …", "  paragraphes:", "    - …"),
}


def collection_files(folder: Path, translate: Translator, *, examples: bool) -> Iterator[tuple[Path, str]]:
    """Yield the files of a new collection with their texts; the schemas are written separately.

    Args:
        folder: of the collection; the settings of editors are next to its `cases/`.
        translate: gives the explanations of the keys.
        examples: whether to add the example cases.
    """
    cases = folder / CASES_FOLDER
    yield cases / RECUEIL_NAME, _recueil_text(cases, translate)
    if examples:
        for path in case_paths(resources.cases_dir()):
            text = path.read_text(encoding="utf-8")
            yield cases / path.name, schemas.schema_line("case", cases / path.name, cases) + text
    yield folder / ".vscode" / "extensions.json", _as_json({"recommendations": [_EXTENSION]})
    yield folder / ".vscode" / "settings.json", _as_json(_settings())


def _recueil_text(cases: Path, translate: Translator) -> str:
    """Return the text of a new `_recueil.yaml`: title and language filled in, every other key commented out."""
    lines = list(comment_lines(translate(mark("What all handouts of this collection share."))))
    lines += comment_lines(translate(mark("To use a key that follows a #, delete the # of each of its lines.")))
    filled = {"titre": translate(mark("Our co-operations")), "langue": translate.language}
    for key, known in keys.RECUEIL.items():
        lines += ["", *comment_lines(translate(known.help))]
        if key in filled:
            lines += as_yaml({key: filled[key]}).splitlines()
        else:
            lines += [f"#{line}" for line in _LISTS.get(key) or (f"{key}: {_EXAMPLES.get(key, '…')}",)]
    return schemas.schema_line("recueil", cases / RECUEIL_NAME, cases) + "\n".join(lines) + "\n"


def _settings() -> dict[str, object]:
    # Each new file names its schema itself; these settings are for files copied from elsewhere.
    place = f"./{CASES_FOLDER}/{schemas.FOLDER}"
    return {
        "yaml.schemas": {
            f"{place}/{schemas.file_name('case')}": [
                f"{CASES_FOLDER}/**/*.yaml",
                f"!{CASES_FOLDER}/{RECUEIL_NAME}",
                f"!{CASES_FOLDER}/{INTITULES_NAME}",
            ],
            f"{place}/{schemas.file_name('recueil')}": f"{CASES_FOLDER}/{RECUEIL_NAME}",
        },
        "files.encoding": "utf8",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.quickSuggestions": {"strings": True}},
    }


def _as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

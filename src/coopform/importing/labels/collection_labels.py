"""The labels that a collection adds: `_intitules.yaml` among its cases, in the form of the shipped `intitules.yaml`."""

from pathlib import Path

import yaml

from coopform.casefile.source import Source
from coopform.casefile.text_file import read_source
from coopform.collection.folder import INTITULES_NAME
from coopform.importing.failures import LabelsUnusable
from coopform.importing.labels.rubric_labels import DECOR, OTHER, SIGNED, WORD_LISTS, Labels, shipped
from coopform.model.keys import CASE
from coopform.model.synonyms import shipped_synonyms
from coopform.resources import YAML_LOADER
from coopform.text.folding import fold, nearest

_KEYS = (*CASE, *SIGNED, DECOR, OTHER, *WORD_LISTS)


def labels_of(folder: Path) -> Labels:
    """Return the labels to use for a folder of cases: the shipped ones, then those of its `_intitules.yaml`.

    Raises:
        LabelsUnusable: the file cannot be read, or is not a list of labels by key.
    """
    path = folder / INTITULES_NAME
    return Labels([shipped_synonyms(), _read(path)]) if path.exists() else shipped()


def _read(path: Path) -> dict[str, list[str]]:
    source = read_source(path)
    if not isinstance(source, Source):
        raise LabelsUnusable(path, "text")
    try:
        data = yaml.load(source.text, Loader=YAML_LOADER)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, RecursionError) as error:
        found = getattr(error, "problem_mark", None)
        raise LabelsUnusable(path, "yaml", line=found.line + 1 if found else 0) from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise LabelsUnusable(path, "form")
    return _checked(path, data)


def _checked(path: Path, data: dict[object, object]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    given: dict[str, str] = {}
    for key, typed in data.items():
        if not isinstance(key, str) or key not in _KEYS:
            raise LabelsUnusable(path, "key", str(key), near=next(iter(nearest(str(key), list(_KEYS))), ""))
        variants = [typed] if isinstance(typed, str) else typed
        if not isinstance(variants, list) or not all(isinstance(one, str) and one.strip() for one in variants):
            raise LabelsUnusable(path, "list", key)
        for one in variants:
            if given.setdefault(fold(one), key) != key:
                raise LabelsUnusable(path, "twice", one)
        found[key] = variants
    return found

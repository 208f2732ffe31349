"""The JSON schemas for editors are valid and agree with `check` where a schema can."""

from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from coopform.authoring.schema import shapes
from coopform.casefile.source import Source
from coopform.casefile.text_file import read_source
from coopform.casefile.writer import write_case
from coopform.collection.collection import errors, read_file
from coopform.model.case import Case
from tests.support.editor import VALIDATORS, is_underlined, loaded
from tests.support.places import BAD, CASES, GOOD, IDS
from tests.support.strategies import cases


@pytest.mark.parametrize("kind", shapes.KINDS)
def test_a_schema_is_one(kind: str) -> None:
    schema = shapes.schema(kind)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("identifier", IDS)
def test_the_five_cases_have_nothing_wrong(identifier: str) -> None:
    text = (CASES / f"{identifier}.yaml").read_text(encoding="utf-8")
    assert [error.message for error in VALIDATORS["case"].iter_errors(loaded(text))] == []


def test_their_collection_has_nothing_wrong() -> None:
    text = (CASES / "_recueil.yaml").read_text(encoding="utf-8")
    assert [error.message for error in VALIDATORS["recueil"].iter_errors(loaded(text))] == []


def _text(path: Path) -> str | None:
    source = read_source(path)
    return source.text if isinstance(source, Source) else None


# Valid files in which editors report an error.
UNDERLINED = {
    "accents-and-capitals-in-keys": "keys count without case and accents: a schema names one spelling",
    "nfd-accents": "the same: a letter and its accent are two characters",
    "nbsp-before-colons": "the same: the space is part of the key",
    "blank-lines-of-other-spaces": "a line of non-breaking spaces is no blank line to YAML",
    "nbsp-at-the-end-of-lines": "a non-breaking space at the end of a line is a part of the text, or a text, to YAML",
    "line-separator-in-text": "the parser of these tests ends lines where YAML 1.2 does not",
}

# Errors of `check` in text that is valid YAML with another meaning: lines that become one text…
_RUN_ON = "what YAML reads is one text, in its place"
_OTHERWISE = "what YAML reads is in its place too"
_NOTE = "text after “#” is a comment in YAML"
_NUMBERS = "the parser of these tests takes any number for a character"
UNSEEN = {
    "typed-bullets": _RUN_ON,
    "missing-hyphen": _RUN_ON,
    "no-space-after-hyphen": _RUN_ON,
    "nbsp-after-hyphen": _RUN_ON,
    "swallowed-item": _RUN_ON,
    "items-below-text": _RUN_ON,
    "unclosed-quote": _RUN_ON,
    "nbsp-after-colon": _RUN_ON,
    "no-space-after-colon": _RUN_ON,
    "nbsp-indent": _RUN_ON,
    "hidden-before": _OTHERWISE,
    "leading-sign": _OTHERWISE,
    "text-after-quotes": _NOTE,
    "note-left-of-text": _NOTE,
    "no-title": "a title may be any text to a schema",
    "json-escape": _NUMBERS,
    "no-character": _NUMBERS,
    "anchor": _OTHERWISE,
    "tag": _OTHERWISE,
    "yaml-directive": _OTHERWISE,
    "misspelt-key": "a key after a hyphen at the margin, in a list there, is a label",
    "duplicate-key": "two labels that differ by their case alone are two keys to YAML",
    "bad-date": "the days of a month are not counted",
}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_what_check_takes_is_not_underlined(path: Path) -> None:
    assert is_underlined(_text(path) or "") == (path.stem in UNDERLINED)


def test_what_check_refuses_is_underlined_and_what_it_only_warns_of_is_not() -> None:
    unseen, warned = set(), 0
    for path in BAD:
        text = _text(path)
        codes = {problem.code for problem in errors(read_file(path).problems)}
        if not codes:
            warned += 1
            assert text is None or not is_underlined(text), path.stem
        elif text is not None and not is_underlined(text):
            unseen |= codes
    assert unseen == set(UNSEEN)
    assert warned > 20


def test_what_an_editor_shows_of_a_row() -> None:
    row = shapes.schema("case")["properties"]["enjeux"]
    assert row["title"] == "Enjeux / Stakes"
    assert row["description"] == "Qu’a-t-on à gagner ou à perdre\u00a0?\nWhat is there to gain or to lose?"


@pytest.mark.parametrize(
    ("typed", "is_wrong"),
    [
        ("statut: en cours", False),
        ("statut: ACHEVEE", False),
        ("statut: fini", True),
        ("outil: Charte à nous", False),
        ("titre_court: " + "x" * 41, True),
        ("departements: [07, 2a, 974]", False),
        ("departements: 20", True),
        ("situation_au: 2015", False),
        ("situation_au: mars 2015", True),
        ("partenaires: {type: CC, nombre: 5}", False),
        ("partenaires: {nombre: 5}", True),
        ("partenaires: [{type: CC, nombre: cinq}]", True),
        ("objet: [a: [b: [c: d]]]", False),
        ("objet: [a: [b: [c: [d]]]]", True),
        ("objet: [{a: b, c: d}]", True),
        ("acteurs: {Pilotage: les présidents, Animation: un agent}", False),
        ("enjeu: x", True),
        ("titre:", True),
        ("outil:", False),
    ],
)
def test_what_an_editor_underlines(typed: str, is_wrong: bool) -> None:
    lines = {"titre": "titre: Un", "outil": "outil: Entente"}
    lines[typed.split(":")[0]] = typed
    assert is_underlined("\n".join(lines.values())) == is_wrong


@given(case=cases)
def test_any_case_that_is_written_is_not_underlined(case: Case) -> None:
    assert not is_underlined(write_case(case))

"""Properties of the text functions for any text."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopform.text.characters import hidden_characters, visible
from coopform.text.folding import fold, slug, tidy
from coopform.text.typography import shorten, typeset


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_slug_is_safe_as_a_file_name(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|", slug(text))


@given(st.text())
def test_what_is_visible_hides_nothing(text: str) -> None:
    assert hidden_characters(visible(text)) == []


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_typesetting_touches_spaces_only(text: str) -> None:
    def bare(value: str) -> str:
        return re.sub(r"[ \u00a0\u202f]+", "", value)

    assert bare(typeset(text)) == bare(text)
    assert len(typeset(text)) <= len(text)


@given(st.text())
def test_typesetting_twice_changes_nothing_more(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@given(st.text())
def test_other_languages_are_left_alone(text: str) -> None:
    assert typeset(text, "en") == text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("3 axes : eau", "3\u00a0axes\u00a0: eau"),
        ("« Eau »", "«\u00a0Eau\u00a0»"),
        ("élus / agents", "élus\u00a0/ agents"),
        ("sans espace? rien", "sans espace? rien"),
        ("a\u00a0; b", "a\u202f; b"),
        ("en 2015 le pays", "en 2015\u00a0le pays"),
        ("CGCT, art. L. 5221-1 et s.", "CGCT, art.\u00a0L.\u00a05221-1\u00a0et s."),
        ("les art. R. 123-4 et 5", "les art.\u00a0R.\u00a0123-4\u00a0et 5"),
        ("loi n° 2015-991, p. 12, § 3", "loi n°\u00a02015-991, p.\u00a012, §\u00a03"),
        ("quinze de 76 × 51 mm", "quinze de 76\u00a0×\u00a051\u00a0mm"),
        ("M. Élan, Mme Roy, MM. Bel et Fort", "M.\u00a0Élan, Mme\u00a0Roy, MM.\u00a0Bel et Fort"),
        ("le label AOP. 12 communes", "le label AOP. 12\u00a0communes"),
        ("un plan B. 3 axes, un Dr en droit", "un plan B. 3\u00a0axes, un Dr en droit"),
    ],
)
def test_french_spaces(typed: str, expected: str) -> None:
    assert typeset(typed) == expected


def test_accents_ligatures_and_apostrophes_fold() -> None:
    assert fold("Mise en ŒUVRE de l’Élaboration") == "mise en oeuvre de l'elaboration"


def test_paragraphs_survive_line_breaks_do_not() -> None:
    assert tidy("un\ndeux\n\n\n trois ") == "un deux\n\ntrois"


def test_a_text_is_cut_at_a_word() -> None:
    assert shorten("développement économique", 20) == "développement…"


def folded_by_definition(text: str) -> str:
    """The specification of `fold`, by letter: no case, no accents, œ as oe, one kind of apostrophe and space."""
    signs = {"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "‘": "'"}
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", "".join(signs.get(letter, letter) for letter in plain))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


@given(st.text())
@example("Œuvre d’un cœur – l'été…  «\u202f½ » \x85 \x00 €")
def test_texts_fold_by_the_definition(text: str) -> None:
    assert fold(text) == folded_by_definition(text)


def test_every_character_of_the_code_pages_folds_by_the_definition() -> None:
    for character in map(chr, range(0x250)):
        for text in (character, f"à {character}b", f"œ{character}"):
            assert fold(text) == folded_by_definition(text)

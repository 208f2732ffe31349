"""Messages in templates: in the language of the page, with parameters, and under a name that a template may reuse."""

from pathlib import Path

import pytest

from coopform.model.case import Case
from coopform.rendering.pages.environment import environment_of

CASE = Case(id="un", titre="Un titre", outil=("Entente",))


def filled(source: str, fmt: str = "html", language: str = "fr") -> str:
    return environment_of(fmt, language).from_string(source).render(case=CASE, label="Triggers")


def test_a_label_that_only_the_page_knows_is_said_in_its_language() -> None:
    assert filled("{{ t(label) }}") == filled("{% set said = t(label) %}{{ said }}") == "Éléments déclencheurs"


def test_a_sentence_with_parameters_is_said_for_the_page() -> None:
    assert filled('{{ t("{minutes} min", minutes=case.titre) }}') == "Un titre min"


def test_parameters_by_name_count_too() -> None:
    assert filled('{% set named = {"minutes": case.titre} %}{{ t("{minutes} min", **named) }}') == "Un titre min"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% set t = case.titre %}{{ t }}", "Un titre"),
        ('{% macro t(text) %}[{{ text }}]{% endmacro %}{{ t("Source:") }}', "[Source:]"),
        ('{% macro said(t) %}{{ t("Source:") }}{% endmacro %}{{ said(case.titre.count) }}', "0"),
        ('{% from "blocks.html.j2" import to_fill as t %}{{ t(0) | length > 9 }}', "True"),
        ('{% autoescape false %}{{ t("a & b") }}{% endautoescape %}', "a & b"),
    ],
)
def test_a_template_of_ones_own_may_give_the_name_another_meaning(template: str, expected: str, tmp_path: Path) -> None:
    own = environment_of("html", "fr", tmp_path)
    assert own.from_string(template).render(case=CASE).strip() == expected

"""`coopform forms`: the forms of agreement in a line each, or side by side, each fact with its page."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from coopform.comparing.form_table import FACT_LABELS, LABELS
from coopform.model import vocabulary
from coopform.text.typography import typeset
from tests.support.long_cases import write_long_cases
from tests.support.parsing import parse_html, parse_markdown, squeeze
from tests.support.places import CASES
from tests.support.running import Coopform

OUTILS = vocabulary.load().outils
WIDTHS = [40, 60, 80, 120, 200]


def data(coopform: Coopform, *names: str) -> list[dict[str, Any]]:
    run = coopform("forms", *names, "--format", "json")
    assert run.code == 0, run.err
    forms: list[dict[str, Any]] = json.loads(run.out)["forms"]
    return forms


def facts(form: dict[str, Any]) -> list[dict[str, Any]]:
    return [fact for key in FACT_LABELS for fact in form[key]]


def text_of(coopform: Coopform, fmt: str, *names: str) -> str:
    """Return the text that a reader sees, with single spaces."""
    out = coopform("forms", *names, "--format", fmt).out
    if fmt == "table":
        return unquote(squeeze(out))
    return unquote((parse_html(out) if fmt == "html" else parse_markdown(out, "commonmark")).text)


@pytest.mark.parametrize("width", [None, *WIDTHS])
def test_without_a_name_each_form_is_named_under_its_family(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, width: int | None
) -> None:
    if width:
        monkeypatch.setenv("COLUMNS", str(width))
    run = coopform("forms")
    assert run.code == 0
    assert run.err == "To see some of them side by side: coopform forms FORM FORM\n"
    lines = run.out.splitlines()
    assert width is None or max(map(len, lines)) <= width
    said = squeeze(run.out)
    for form in data(coopform):
        assert squeeze(form["nom"]) in said
        assert form["famille"].upper() in map(squeeze, lines)
        if width in (None, 200):
            assert squeeze(f"{form['nom']} {form['usage'][0]['text']}") in map(squeeze, lines)


@pytest.fixture(scope="module")
def long_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_long_cases(tmp_path_factory.mktemp("long") / "cases")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("names", "are_long"),
    [
        (["entente", "petr"], False), (["convention"], False), (["charte"], False),
        ([outil.cle for outil in OUTILS], True),
    ],
)  # fmt: skip
def test_side_by_side_no_word_is_broken(
    coopform: Coopform, long_folder: Path, monkeypatch: pytest.MonkeyPatch, width: int, names: list[str], are_long: bool
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    run = coopform("--cases", long_folder if are_long else CASES, "forms", *names)
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert max(map(len, lines)) <= width
    words = {word for line in lines for word in line.replace("\xa0", " ").split()}
    forms = data(coopform, *names)
    texts = [text for form in forms for text in (form["nom"], *(fact["text"] for fact in facts(form)))]
    assert {word for text in texts for word in text.split()} - words == set()


@pytest.mark.parametrize("fmt", ["table", "markdown", "html"])
def test_every_fact_has_the_numbers_of_its_pages(coopform: Coopform, workshop: Path, fmt: str) -> None:
    names = [outil.cle for outil in OUTILS]
    said = text_of(coopform, fmt, *names)
    pages = dict.fromkeys(re.findall(r"https?://\S+", said))
    numbered = dict(enumerate(pages, start=1))
    for form in data(coopform, *names):
        assert squeeze(form["nom"]) in said
        for fact in facts(form):
            # Two forms may have the same answer.
            found = re.findall(r"(?<!\w)" + re.escape(squeeze(typeset(fact["text"]))) + r" \[([\d, ]+)\]", said)
            cited = [{numbered[int(number)] for number in numbers.split(",")} for numbers in found]
            assert set(map(unquote, fact["pages"])) in cited, fact


def test_no_fact_is_without_a_page_and_what_no_page_says_is_blank(coopform: Coopform, workshop: Path) -> None:
    for form in data(coopform):
        assert all(fact["pages"] for fact in facts(form))
    run = coopform("forms", "entente", "protocole", "--format", "markdown")
    assert "- **Durée et sortie** –\n" in run.out
    assert "- **Qui peut signer** –\n" in run.out
    everything = json.loads(coopform("forms", "--format", "json").out)
    assert all(fact["pages"] for fact in everything["on_all"])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Entente"], ["entente"]),
        (["ENTENTE", "entente interterritoriale"], ["entente"]),
        (["petr", "pole metro"], ["petr", "pole-metropolitain"]),
        (["convention territoires partenaires"], ["convention-territoires-partenaires"]),
        (["convention d'articulation"], ["convention-articulation"]),
        (["in house"], ["quasi-regie"]),
        (["rivière"], ["contrat-riviere"]),
        (["mutualisation"], ["convention-mutualisation"]),
        (["Structure"], ["syndicat-mixte", "pole-metropolitain", "petr"]),
        (["feuille"], ["plan-cooperation"]),
        (["entente", "structure", "petr"], ["entente", "syndicat-mixte", "pole-metropolitain", "petr"]),
    ],
)
def test_a_form_is_found_by_its_names_and_its_family(
    coopform: Coopform, workshop: Path, names: list[str], expected: list[str]
) -> None:
    assert [form["cle"] for form in data(coopform, *names)] == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["antente"], "There is no form of agreement “antente”. The nearest: Entente."),
        (["structur", "contrat de r"], "Several forms match “contrat de r”: Contrat de réciprocité, Contrat de"),
        (["xyz"], "The forms are: Plan de coopération, Entente, "),
        ([""], "The forms are: Plan de coopération, Entente, "),
        (["  «"], "The forms are: Plan de coopération, Entente, "),
        (["entente", "--format", "csv"], "is not a value of --format"),
        (["-o", "f.docx"], "but in pdf: coopform render --document forms --format pdf"),
        (["-o", "nowhere/f.html"], "nowhere: The folder or file does not exist."),
    ],
)
def test_wrong_use_is_said(coopform: Coopform, workshop: Path, arguments: list[str], said: str) -> None:
    run = coopform("forms", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


@pytest.mark.parametrize("name", ["f.html", "f.md", "f.json"])
def test_the_name_of_the_file_says_the_format_and_what_is_there_is_kept(
    coopform: Coopform, workshop: Path, name: str
) -> None:
    run = coopform("forms", "entente", "-o", name)
    assert (run.code, run.out, run.err) == (0, "", f"Written: {name}\n")
    fmt = {"html": "html", "md": "markdown", "json": "json"}[name.split(".")[1]]
    written = (workshop / name).read_bytes().decode("utf-8")
    assert written == coopform("forms", "entente", "--format", fmt).out
    (workshop / name).write_text("mine", encoding="utf-8")
    assert coopform("forms", "entente", "-o", name).code == 2
    assert (workshop / name).read_text(encoding="utf-8") == "mine"
    assert coopform("forms", "entente", "-o", name, "--force").code == 0


def test_a_form_names_the_cases_that_chose_it(coopform: Coopform, workshop: Path) -> None:
    case = "titre: La vallée *haute* <b>\noutil: [entente intercommunale, Entente, Notre pacte]\n"
    (workshop / "cases" / "vallee.yaml").write_text(case, encoding="utf-8")
    chosen = {form["cle"]: form["cases"] for form in data(coopform) if form["cases"]}
    assert chosen["entente"] == ["tridan", "vallee"]
    assert chosen["quasi-regie"] == chosen["convention-mutualisation"] == ["mutualisation-pnr-pays"]
    for fmt in ("table", "markdown", "html"):
        assert "La vallée *haute* <b>" in text_of(coopform, fmt, "entente")


def test_a_broken_file_is_named_and_the_forms_are_shown(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "tridan.yaml").write_text("titre: [", encoding="utf-8")
    run = coopform("forms", "entente")
    assert run.code == 1
    assert "Ouvrages et services communs." in run.out
    assert "1 file skipped:" in run.err


def test_labels_are_in_the_language_of_the_collection_and_facts_are_french(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "_recueil.yaml"
    path.write_text(
        re.sub(r"(?m)^langue:.*\n", "", path.read_text(encoding="utf-8")) + "langue: en\n", encoding="utf-8"
    )
    out = coopform("forms", "entente", "petr", "--format", "html").out
    assert [label for label in LABELS.values() if label not in out] == []
    assert '<html lang="en">' in out
    assert '<span lang="fr">Ouvrages et services communs.</span>' in out


def test_more_forms_than_a_page_holds_are_in_several_tables(coopform: Coopform, workshop: Path) -> None:
    page = parse_html(coopform("forms", *(outil.cle for outil in OUTILS), "--format", "html").out)
    assert [tag for tag, _ in page.elements].count("table") == 3


def test_render_makes_the_page_of_all_forms(coopform: Coopform, workshop: Path) -> None:
    arguments = ("--document", "forms", "--format", "html", "--format", "markdown")
    assert coopform("render", *arguments, "-o", "out").code == 0
    for ending, fmt in (("html", "html"), ("md", "markdown")):
        made = (workshop / "out" / f"outils-de-cooperation.{ending}").read_bytes().decode("utf-8")
        assert made == coopform("forms", "--format", fmt).out

"""Cases named as people type them, and names that are not those of cases."""

import shlex
from pathlib import Path

import pytest

from tests.support.running import Coopform


@pytest.mark.parametrize("command", ["compare", "check", "pack", "export"])
@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["tridan", "et", "sage"], "tridan sage-ardeche"),
        (["tridan,sage"], "tridan sage-ardeche"),
        (["SAGE", "de", "l’Ardèche", "contre", "TRIDAN"], "sage-ardeche tridan"),
        (["SAGE de l’Ardèche", "et", "monts"], "sage-ardeche monts-ardeche"),
        (["tridan", "+", "sage"], "tridan sage-ardeche"),
    ],
)
def test_words_between_cases_and_titles_without_quotes_say_what_is_meant(
    coopform: Coopform, workshop: Path, command: str, names: list[str], meant: str
) -> None:
    run = coopform(command, *names)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"These seem to be meant: {meant}. ")


def test_a_word_between_cases_is_no_part_of_an_id(coopform: Coopform, workshop: Path) -> None:
    Path("cases/tridan.yaml").rename("cases/projet.yaml")
    assert coopform("compare", "projet", "et", "sage").err.startswith("These seem to be meant: projet sage-ardeche. ")
    Path("cases/projet.yaml").rename("cases/et.yaml")
    assert coopform("show", "et").code == 0


def test_an_unknown_case_among_others_is_named(coopform: Coopform, workshop: Path) -> None:
    assert coopform("compare", "tridan", "valdac").err.startswith("There is no case “valdac”.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "tout"], "All the cases: --all for compare and pack, no name at all for the other commands.\n"),
        (["render", "Toutes"], "All the cases: --all for compare and pack, no name at all for the other commands.\n"),
        (["export", "--all"], "Without the name of a case, coopform export takes all of them.\n"),
        (["check", "--tout"], "Without the name of a case, coopform check takes all of them.\n"),
        (["init", "--all"], "There is no option --all. See: coopform init --help\n"),
        (["pack", "--tout"], "There is no option --tout. The nearest: --all. See: coopform pack --help\n"),
    ],
)
def test_all_cases_are_asked_for_as_the_command_takes_them(
    coopform: Coopform, workshop: Path, arguments: list[str], said: str
) -> None:
    run = coopform(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(said)


@pytest.mark.parametrize("name", ["Tridan.yaml", "TRIDAN.yml", "cases/Trïdan.yaml"])
def test_a_file_of_the_collection_is_found_whatever_its_capitals(coopform: Coopform, workshop: Path, name: str) -> None:
    assert coopform("show", name).out == coopform("show", "tridan").out


@pytest.mark.parametrize("command", ["show", "compare", "edit", "open", "render"])
@pytest.mark.parametrize("name", ["cases", "cases/"])
def test_a_folder_is_no_case(coopform: Coopform, workshop: Path, command: str, name: str) -> None:
    run = coopform(command, name)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("“cases” is a folder, not a case.")


@pytest.mark.parametrize("name", ["_recueil", "_recueil.yaml", "cases/_recueil.yaml"])
def test_the_file_of_the_collection_is_edited_and_checked_but_no_case(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    for command in ("edit", "check"):
        run = coopform(command, name)
        assert (run.code, run.out + run.err) == (0, "1 file checked: no problem.\n")
    for command in ("show", "open", "render", "export"):
        run = coopform(command, name)
        assert (run.code, run.out) == (2, "")
        assert "_recueil.yaml” presents the collection: it is not a case." in run.err


@pytest.mark.parametrize(
    ("arguments", "word", "typed"),
    [
        (["export"], "recueil.xlsx", "-o recueil.xlsx"),
        (["export", "tridan"], "mes fiches.csv", '-o "mes fiches.csv"'),
        (["export", "tridan"], "A&B.csv", '-o "A&B.csv"'),
        (["compare", "tridan", "sage"], "sortie/page.html", "-o sortie/page.html"),
        (["compare", "--all"], "page.html", "-o page.html"),
        (["compare", "tridan", "sage"], "enjeux", "--row enjeux"),
        (["show", "tridan"], "Acteurs", "--row acteurs"),
        (["show", "tridan"], "json", "--format json"),
        (["forms"], "json", "--format json"),
        (["export"], "Excel", "-o recueil.xlsx"),
        (["export", "-o", "r.xlsx"], "excel", "--format xlsx"),
        (["export"], "csv", "--format csv"),
        (["render"], "word", "--format docx"),
        (["render", "tridan"], "fiche vierge", '--document "fiche vierge"'),
        (["render"], "sortie", "-o sortie"),
    ],
)
def test_the_value_of_an_option_among_cases_is_said_with_its_option(
    coopform: Coopform, workshop: Path, arguments: list[str], word: str, typed: str
) -> None:
    Path("sortie").mkdir()
    run = coopform(*arguments, word)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"“{word}” is the value of an option. Type: {typed}\n"
    assert [*Path("sortie").iterdir()] == []
    assert coopform(*arguments, *shlex.split(typed)).code == 0


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (["export", "tridan", "word"], "render tridan --document booklet --format docx"),
        (["export", "html"], "render --document booklet --format html"),
        (["compare", "--all", "x.docx"], "render --document comparison --format docx"),
        (["show", "tridan", "html"], "render tridan --document sheet --format html"),
        (["render", "powerpoint"], "render --document slides --format pptx"),
        (["render", "tridan", "--format", "excel"], "export tridan -o recueil.xlsx"),
        (["show", "csv"], "export -o recueil.csv"),
        (["list", "--format", "excel"], "export -o recueil.xlsx"),
        (["list", "--format", "word"], "render --document booklet --format docx"),
        (["open", "tridan", "-o", "tridan.docx"], "render tridan --document sheet --format docx"),
        (["show", "library"], "render --document library"),
        (["compare", "livret"], "render --document livret"),
    ],
)
def test_what_another_command_makes_is_said_with_that_command(
    coopform: Coopform, workshop: Path, arguments: list[str], typed: str
) -> None:
    # Two cases are enough for what these commands make.
    for path in Path("cases").glob("[!_]*.yaml"):
        if path.stem not in ("tridan", "monts-ardeche"):
            path.unlink()
    run = coopform(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f" is made by another command. Type: coopform {typed}\n")
    assert coopform(*typed.split()).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pack", "20"], "Type: --people 20\n"),
        (["pack", "2000"], "Type a whole number from 1 to 1000, such as --people 20.\n"),
        (["pack", "livret"], "Type: coopform render --document livret\n"),
        (["render", "workshop kit"], "Type: coopform pack\n"),
        (["pack", "sortie"], "Type: -o sortie\n"),
        (["pack", "-o", "kit.docx"], "Type the name of a folder: -o kit\n"),
        (["pack", "kit.zip"], "Type the name of a folder: -o kit\n"),
        (["render", "fiches.docx"], "Type: --format docx -o fiches\n"),
        (["export", "page.md"], "Type one of: *.csv, *.xlsx, *.json, *.jsonl, *.ndjson, *.yaml, *.yml.\n"),
        (["check", "-o", "bilan.yaml"], "Type one of: *.txt, *.json, *.sarif.\n"),
        (["check", "pdf"], "The cases are: monts-ardeche, "),
    ],
)
def test_a_word_that_an_option_would_refuse_is_not_proposed(
    coopform: Coopform, workshop: Path, arguments: list[str], said: str
) -> None:
    Path("sortie").mkdir()
    run = coopform(*arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_a_folder_of_cases_and_the_name_of_a_page_are_no_values_of_options(coopform: Coopform, workshop: Path) -> None:
    assert "a folder of cases goes after --cases" in coopform("render", "cases").err
    assert "Type:" not in coopform("open", "valdac.html").err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ardeshe", "The nearest: sage-ardeche."),
        ("teritoires", "The nearest: territoires-partenaires."),
        ("pnr-pais", "The nearest: mutualisation-pnr-pays."),
        ("valdac", "The cases are: monts-ardeche, "),
    ],
)
def test_a_part_of_an_id_may_be_misspelt(coopform: Coopform, workshop: Path, typed: str, said: str) -> None:
    run = coopform("show", typed)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"There is no case “{typed}”. {said}")


def test_of_many_cases_only_some_are_named(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(50):
        Path(f"cases/x{number:02}.yaml").write_text(f"titre: X{number}\n", encoding="utf-8")
    said = coopform("show", "valdac").err
    assert ", x34 … and 15 more: coopform list\n" in said
    assert "x35" not in said
    monkeypatch.chdir(workshop.parent)
    said = coopform("show", "valdac", "--cases", workshop.name).err
    assert f" more: coopform list --cases {workshop.name}/cases\n" in said


def test_the_folder_of_a_collection_is_named_for_its_cases(coopform: Coopform, empty: Path) -> None:
    coopform("init", "mon-recueil", "--examples")
    Path("mon-recueil/cases/_recueil.yaml").write_text("titre: Rives\nlangue: en\n", encoding="utf-8")
    whole, inside = (
        coopform("--cases", name, "export", "--format", "yaml") for name in ("mon-recueil", "mon-recueil/cases")
    )
    assert whole == inside
    assert "titre: Rives" in whole.out
    assert coopform("check", "mon-recueil").err == coopform("check", "mon-recueil/cases").err
    Path("notes.txt").write_text("Pacte des rives\n\nEnjeux : l’eau\nObjet : un poste\n", encoding="utf-8")
    run = coopform("import", "notes.txt", "--into", "mon-recueil")
    assert run.out == f"{Path('mon-recueil', 'cases', 'pacte-des-rives.yaml')}\n"
    # A folder with a description of its own is the folder of cases.
    Path("mon-recueil/_recueil.yaml").write_text("titre: Pics\n", encoding="utf-8")
    assert "titre: Pics" in coopform("--cases", "mon-recueil", "export", "--format", "yaml").out


def test_the_description_of_the_collection_may_be_named_without_its_underscore(
    coopform: Coopform, workshop: Path
) -> None:
    assert "coopform edit _recueil" in coopform("show", "Recueil").err
    assert coopform("check", "recueil").code == 0

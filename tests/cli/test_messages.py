"""Messages on a terminal are broken between words; in a pipe they are not broken."""

import errno
import sys
from pathlib import Path

import pytest

from coopform.cli import pasted_quotes
from coopform.cli.failure_words import files  # noqa: F401 (registers its words)
from coopform.cli.failure_words.by_class import words
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.running import Coopform
from tests.support.terminal import said_at_a_terminal

if sys.platform == "win32":
    pytest.skip("a terminal of Unix", allow_module_level=True)

LONG = ["pack", "--duration", "5"]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_a_long_message_is_broken_between_words(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.chdir(tmp_path)
    # Where messages are kept in a file, even one that asks for narrow tables keeps its lines.
    monkeypatch.setenv("COLUMNS", "40")
    said = coopform(*LONG).err
    assert max(map(len, said.splitlines())) > 80
    monkeypatch.delenv("COLUMNS")
    shown = said_at_a_terminal(LONG, columns, tmp_path)
    assert shown.split() == said.split()
    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize("columns", [40, 46, 60])
def test_a_command_stays_with_its_program(tmp_path: Path, columns: int) -> None:
    shown = said_at_a_terminal(["init", f"r{columns}"], columns, tmp_path)
    assert "coopform new\n" in shown
    assert "coopform edit" in shown
    assert not [line for line in shown.splitlines() if line.endswith("coopform")]


def test_a_word_longer_than_a_line_stays_whole(tmp_path: Path) -> None:
    name = "x" * 70
    assert name in said_at_a_terminal(["--cases", name, "list"], 40, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_broken_between_words(tmp_path: Path, language: str) -> None:
    typed = "?\nPacte des rives\n\n"
    wide = said_at_a_terminal(["new", "Un"], 400, tmp_path, typed, language)
    assert max(map(len, wide.splitlines())) > 80
    for columns in (40, 60, 80):
        narrow = said_at_a_terminal(["new", f"N{columns}"], columns, tmp_path, typed, language)
        # The path of the draft is copied whole.
        assert max(len(line) for line in narrow.splitlines() if ".json" not in line) <= columns
        assert narrow.split() == wide.replace("un.json", f"n{columns}.json").split()


def test_a_line_that_goes_on_keeps_its_indentation(tmp_path: Path) -> None:
    lines = said_at_a_terminal(["new", "Un"], 40, tmp_path, "?\n").splitlines()
    helped = [line for line in lines if line.startswith("    ")]
    assert len(helped) > 8


def test_a_line_of_a_board_goes_on_deeper_than_the_details_below_it(tmp_path: Path) -> None:
    (tmp_path / "Notes de la journée sur les rives.txt").write_text(
        "Les deux rives\n\nEnjeux : l’eau\nObjet : un plan\n", encoding="utf-8"
    )
    board = said_at_a_terminal(["import", "."], 40, tmp_path).partition("to complete")[2]
    assert board.splitlines() == [
        "  les-deux-rives  2/6  from",
        "    Notes de la journée sur les",
        "    rives.txt",
        "  to be filled in: Form of agreement",
        "      (outil)",
        "  Title (titre): proposed, to be",
        "      confirmed",
        "To read one through and correct it:",
        "coopform edit cases/les-deux-rives.yaml",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["schema", "case", "b"], "Unexpected argument: “b”. See: coopform schema --help\n"),
        (["new", "Un", "accord"], 'goes between straight quotes: coopform new "Un accord"\n'),
        (["init", "Mes", "fiches"], 'goes between straight quotes: coopform init "Mes fiches"\n'),
        (["show", "tridan", "sage"], "“sage”. This command takes one case. See: coopform show --help\n"),
        (["show", "SAGE", "de", "l’Ardèche"], 'goes between straight quotes: coopform show "SAGE de l’Ardèche"\n'),
        (["import"], "Missing argument: FILE|FOLDER. See: coopform import --help\n"),
        (["show"], "Missing argument: CASE. For example: coopform show monts-ardeche\n"),
    ],
)
def test_too_many_or_too_few_arguments_say_what_to_type(coopform: Coopform, arguments: list[str], said: str) -> None:
    run = coopform(*arguments)
    assert run.code == 2
    assert said in run.err


@pytest.mark.parametrize(
    ("folder", "arguments", "example"),
    [
        (".", ["show"], "show pacte-des-rives"),
        ("elsewhere", ["--cases", "../cases", "open"], "open pacte-des-rives"),
        ("elsewhere", ["edit", "--cases", "../cases"], "edit pacte-des-rives"),
        (".", ["import"], "import documents"),
        ("elsewhere", ["import"], 'import "nos notes.txt"'),
        ("cases", ["import"], ""),
        ("empty", ["edit"], ""),
        ("empty", ["show", "--cases", "nowhere"], ""),
    ],
)
def test_the_example_for_a_missing_argument_is_there(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, arguments: list[str], example: str
) -> None:
    for name in ("cases", "documents", "elsewhere", "empty/cases"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "cases" / "pacte-des-rives.yaml").write_text("titre: Pacte des rives\n", encoding="utf-8")
    (tmp_path / "empty" / "cases" / "_recueil.yaml").write_text("titre: Rives\n", encoding="utf-8")
    (tmp_path / "elsewhere" / "nos notes.txt").touch()
    monkeypatch.chdir(tmp_path / folder)
    said = coopform(*arguments).err
    assert f"For example: coopform {example}\n" in said if example else "For example" not in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--outil", "Plan", "de", "coopération"], '--outil "Plan de coopération"\n'),
        (["eau", "--outil", "Contrat", "de", "rivière"], '--outil "Contrat de rivière"\n'),
        (["--statut", "en", "cours"], '--statut "en cours"\n'),
    ],
)
def test_the_value_of_a_filter_without_quotes_is_said(
    coopform: Coopform, workshop: Path, arguments: list[str], said: str
) -> None:
    run = coopform("list", *arguments)
    assert run.code == 0
    assert run.err.endswith(f"A name of several words goes between straight quotes: {said}")


def test_words_besides_a_filter_are_no_value_of_it(coopform: Coopform, workshop: Path) -> None:
    assert "quotes" not in coopform("list", "eau", "--outil", "Entente").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["montre", "tridan"], "There is no command “montre”. The nearest: show.\n"),
        (["Vérifier"], "The nearest: check.\n"),
        (["list", "—outil", "Entente"], "There is no option —outil. The nearest: --outil."),
        (["list", "–outil=Entente"], "The nearest: --outil."),
        (["list", "-outil", "Entente"], "There is no option -outil. The nearest: --outil."),
        (["check", "-fix"], "There is no option -fix. The nearest: --fix."),
        (["list", "—outils", "Entente"], "There is no option —outils. The nearest: --outil."),
        (["render", "–o", "x"], "There is no option –o. The nearest: -o."),
        (["render", "‑‑format", "pdf"], "There is no option ‑‑format. The nearest: --format."),
        (["–help"], "There is no option –help. The nearest: --help."),
        (["-help"], "There is no option -help. The nearest: --help."),
        (["—cases", "x", "list"], "There is no option —cases. The nearest: --cases."),
        (["aide"], "There is no command “aide”. See: coopform --help\n"),
        (["help", "compare"], "There is no command “help”. See: coopform compare --help\n"),
        (["/?"], "There is no command “/?”. See: coopform --help\n"),
        (["version"], "There is no command “version”. Type: coopform --version\n"),
        (["coopform", "list"], "There is no command “coopform”. Type: coopform list\n"),
        (["COOPFORM", "list"], "There is no command “COOPFORM”. Type: coopform list\n"),
        (["LIST"], "The nearest: list.\n"),
        (["livret"], "There is no command “livret”. Type: coopform render --document livret\n"),
        (["Bibliothèque"], "Type: coopform render --document bibliotheque\n"),
        (["compare", "--aide"], "There is no option --aide. The nearest: --help."),
        (["pack", "--personnes", "20"], "There is no option --personnes. The nearest: --people."),
        (["pack", "--Début", "9h"], "There is no option --Début. The nearest: --start."),
        (["compare", "--toutes"], "There is no option --toutes. The nearest: --all."),
        (["list", "--dossier", "x"], "There is no option --dossier. The nearest: --cases."),
        (["import", "-o", "x"], "There is no option -o. The nearest: --into."),
    ],
)
def test_french_names_and_dashes_of_word_name_what_is_meant(
    coopform: Coopform, workshop: Path, arguments: list[str], said: str
) -> None:
    run = coopform(*arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (["show", "«", "SAGE", "de", "l’Ardèche", "»"], ["show", "SAGE de l’Ardèche"]),
        (["show", "«\u00a0tridan\u00a0»"], ["show", "tridan"]),
        (["show", "“SAGE", "de", "l’Ardèche”"], ["show", "SAGE de l’Ardèche"]),
        (["show", "'SAGE", "de", "l'Ardèche'"], ["show", "SAGE de l’Ardèche"]),
        (["list", "--outil", "«", "Plan", "de", "coopération", "»"], ["list", "--outil", "Plan de coopération"]),
        (["list", "--outil=«Plan", "de", "coopération»", "charte"], ["list", "--outil=Plan de coopération", "charte"]),
    ],
)
def test_words_in_the_quotation_marks_of_word_are_one_argument(
    coopform: Coopform, workshop: Path, typed: list[str], plain: list[str]
) -> None:
    run = coopform(*typed)
    assert run.code == 0
    assert run.out == coopform(*plain).out != ""


@pytest.mark.parametrize("typed", ["« Un » et « deux »", "L’eau « vive »", "«", "'Un"])
def test_quotation_marks_inside_an_argument_stay(coopform: Coopform, workshop: Path, typed: str) -> None:
    assert coopform("show", typed).err.startswith(f"There is no case “{typed}”")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "--all", "--row", "enjeux,acteurs"], "--row enjeux --row acteurs\n"),
        (["render", "--format", "pdf, docx"], "--format pdf --format docx\n"),
        (["render", "--document", "livret;fiche vierge"], '--document livret --document "fiche vierge"\n'),
        (["check", "--select", "empty-value,alias"], "--select empty-value --select alias\n"),
    ],
)
def test_several_values_with_commas_say_to_repeat_the_option(
    coopform: Coopform, workshop: Path, arguments: list[str], said: str
) -> None:
    run = coopform(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"For several values, repeat the option: {said}")


def test_a_filter_with_commas_says_to_repeat_it(coopform: Coopform, workshop: Path) -> None:
    run = coopform("list", "--outil", "Jumelage, entente")
    assert run.code == 0
    assert run.err.endswith("repeat the option: --outil Jumelage --outil entente\n")


@pytest.mark.parametrize(
    ("language", "code", "near"),
    [
        ("fr", "tabulation", "Peut-être : tab-indent, tab-after-hyphen."),
        ("fr", "Réservé", "Vouliez-vous dire : reserved-name ?"),
        ("en", "TAB", "Perhaps: tab-indent, tab-after-hyphen."),
        ("en", "EMPTY_VALU", "The nearest: empty-value."),
        ("en", "valdac", "The code of each problem is in the square brackets that coopform check shows."),
    ],
)
def test_a_word_of_a_problem_names_its_codes(
    coopform: Coopform, monkeypatch: pytest.MonkeyPatch, language: str, code: str, near: str
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", language)
    run = coopform("check", "--explain", code)
    assert (run.code, run.out) == (2, "")
    assert run.err.replace("\u00a0", " ").endswith(f" {near}\n")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("fiche", "Perhaps: sheet.css, sheet.html.j2, sheet.md.j2. "),
        ("shet.css", "The nearest: sheet.css. "),
        ("valdac", "There is no template “valdac”. "),
    ],
)
def test_an_unknown_template_names_those_of_the_document(
    coopform: Coopform, workshop: Path, typed: str, said: str
) -> None:
    run = coopform("templates", typed)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"{said}To see them all: coopform templates\n")


def test_a_schema_has_french_names_too(coopform: Coopform) -> None:
    assert coopform("schema", "fiche").out == coopform("schema", "case").out
    assert coopform("schema", "_recueil.yaml").out == coopform("schema", "recueil").out


@pytest.mark.parametrize("command", ["import", "check"])
def test_a_path_without_quotes_is_said_with_them(coopform: Coopform, workshop: Path, command: str) -> None:
    path = Path("Envoi d’été", "Trois Rives.txt")
    path.parent.mkdir()
    path.write_text("Enjeux : l’eau\n", encoding="utf-8")
    run = coopform(command, "cases/tridan.yaml", *str(path).split(" "))
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f'goes between straight quotes: coopform {command} "{path}"\n')


def test_a_folder_of_cases_that_is_none_says_where_it_comes_from(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = coopform("list", "--cases", "cases/tridan.yaml")
    assert (run.code, "is a file, and --cases takes a folder" in run.err) == (2, True)
    assert "COOPFORM_CASES" not in coopform("list", "--cases", "valdac").err
    monkeypatch.setenv("COOPFORM_CASES", "valdac")
    assert coopform("list").err.endswith("It is the one that the variable COOPFORM_CASES gives.\n")


def test_a_path_that_is_too_long_for_windows_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    english = Translator("en")
    long = OSError(errno.ENOENT, "No such file", f"OneDrive/{'x' * 300}/tridan.yaml")
    assert str(words(long, english)).endswith(": The folder or file does not exist. Check its name.")
    monkeypatch.setattr(sys, "platform", "win32")
    assert ": The path is longer than Windows takes." in str(words(long, english))
    assert "does not exist" in str(words(OSError(errno.ENOENT, "No such file", "tridan.yaml"), english))


def test_a_name_with_signs_of_windows_says_which() -> None:
    english = Translator("en")
    assert words(OSError(errno.EINVAL, "Invalid argument", "sortie?"), english) == (
        'sortie?: This name cannot be used. Choose one without these signs: \\ / : * ? " < > |'
    )
    assert words(OSError(errno.EINVAL, "Invalid argument"), english) == "Invalid argument"


@pytest.mark.parametrize(("platform", "read"), [("win32", "Mes fiches"), ("linux", 'Mes fiches"')])
def test_the_quote_that_windows_leaves_after_a_backslash_is_no_part_of_a_path(
    monkeypatch: pytest.MonkeyPatch, platform: str, read: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert pasted_quotes.joined(["--cases", 'Mes fiches"', 'a "b"']) == ["--cases", read, 'a "b"']


def test_a_form_of_several_words_needs_no_quotes(coopform: Coopform, workshop: Path) -> None:
    assert coopform("forms", "Plan", "de", "coopération").out == coopform("forms", "Plan de coopération").out

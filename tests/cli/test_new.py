"""`coopform new`: a case typed in the terminal is saved after each line, and written as a valid file."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopform.authoring import interpret, kept_answers, new_case
from coopform.authoring.schema.files import schema_line
from coopform.casefile.reader import read_case
from coopform.casefile.source import Source
from coopform.collection.collection import errors, read_file
from coopform.model import keys
from coopform.model.case import Case, Point
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.running import Coopform, Run
from tests.support.strategies import ASKED, NAUGHTY, cases

TITLE = 'Entente : le « Haut-Pays », l\'eau et "nous"'
# Typical input: bullets of all kinds, colons, apostrophes, an abbreviation, points under a label.
ANSWERS = [
    "Haut-Pays",  # the short title
    "2",
    "",
    "Haut-Pays",
    "- Un grand projet d'aménagement",
    "• L'élaboration du SAGE : un préalable",
    "",
    "5 CC",
    "Le PNR des Monts d’Ardèche",
    "",
    "sur 3 départements",
    "",
    "Organiser les solidarités",
    "",
    "* Établir une charte : équilibre, « juste répartition »",
    "",
    "3 axes prioritaires :",
    "- Développement économique",
    "Transports : route et rail",
    "",
    "",
    "Pilotage : conférence des présidents",
    "Animation : l'équipe du syndicat",
    "",
]

Typing = Callable[..., Run]


@pytest.fixture
def typing(coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Run a command in an empty folder with typed lines."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, lines: Sequence[str] = (), encoded: bytes | None = None) -> Run:
        typed = "".join(f"{line}\n" for line in lines).encode() if encoded is None else encoded
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(typed), encoding="utf-8"))
        return coopform(*arguments)

    return run


def test_what_a_newcomer_types_passes_the_strictest_check(typing: Typing, tmp_path: Path) -> None:
    run = typing("new", TITLE, lines=ANSWERS)
    assert run.code == 0, run.err
    assert typing("check", "--strict").code == 0
    path = tmp_path / "cases" / "entente-le-haut-pays-l-eau-et-nous.yaml"
    case = read_file(path).case
    assert case is not None
    assert (case.titre, case.titre_court, case.outil, case.completeness) == (TITLE, "Haut-Pays", ("Entente",), "6/6")
    assert [partner.texte for partner in case.partenaires] == ["5 communautés de communes", ANSWERS[8]]
    assert [(partner.type, partner.nombre) for partner in case.partenaires] == [(("CC",), 5), (("PNR",), None)]
    assert [point.full_text() for point in case.acteurs] == ANSWERS[-3:-1]
    assert [(point.libelle, len(point.points)) for point in case.objet] == [("3 axes prioritaires", 2)]
    assert case.declencheurs[1].full_text() == "L'élaboration du SAGE : un préalable"


def test_the_file_is_the_one_a_person_would_type(typing: Typing, tmp_path: Path) -> None:
    typing("new", TITLE, lines=ANSWERS)
    text = next((tmp_path / "cases").glob("*.yaml")).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.schema/case.schema.json\ntitre: ")
    assert (tmp_path / "cases" / ".schema" / "case.schema.json").is_file()
    assert "\n\ndeclencheurs:\n  - Un grand projet d'aménagement\n" in text
    assert not [line for line in text.splitlines() if line.lstrip("- ").startswith(("{", "[", "?"))]


@pytest.mark.parametrize("count", range(len(ANSWERS)))
def test_wherever_one_stops_nothing_is_lost(typing: Typing, tmp_path: Path, count: int) -> None:
    # By the end of the input, or by a full stop; at the last question the end of the input ends it.
    is_last = count >= ANSWERS.index("Pilotage : conférence des présidents")
    stop = ["."] if count % 2 or is_last else []
    run = typing("new", TITLE, lines=[*ANSWERS[:count], *stop])
    assert run.code == 0
    assert "_brouillons" in run.err
    assert not list((tmp_path / "cases").glob("*.yaml"))
    # The collection has no broken case.
    assert typing("check", "cases").code == 0
    # The end of the points under a label is not saved: more can be added.
    again = [""] if count == ANSWERS.index("Pilotage : conférence des présidents") - 1 else []
    assert typing("new", lines=["1", *again, *ANSWERS[count:]]).code == 0
    (path,) = (tmp_path / "cases").glob("*.yaml")
    assert not (tmp_path / "cases" / kept_answers.FOLDER).exists()
    assert read_file(path).problems == ()


def test_an_interruption_keeps_what_was_typed(
    typing: Typing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["Entente\n", "\n"])

    class Keyboard:
        encoding = "utf-8"

        def isatty(self) -> bool:
            return False

        def readline(self) -> str:
            line = next(typed, None)
            if line is None:
                raise KeyboardInterrupt
            return line

    run = typing("new", "Un", lines=())
    monkeypatch.setattr(sys, "stdin", Keyboard())
    from coopform.cli.main import main

    capsys.readouterr()
    assert main(["new", "Un"]) == 130
    said = capsys.readouterr().err
    assert "Your answers are kept" in said
    assert "Interrupted" not in said
    kept = json.loads((tmp_path / "cases" / kept_answers.FOLDER / "un.json").read_text(encoding="utf-8"))
    assert kept["lines"] == {"titre": ["Un"], "outil": ["Entente"]}
    assert run.code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="its console completes nothing")
def test_tab_completes_at_a_terminal(tmp_path: Path) -> None:
    import pty

    process, terminal = pty.fork()
    if process == 0:  # the child process
        os.chdir(tmp_path)
        os.environ.update({"COOPFORM_LANG": "en", "TERM": "dumb", "PYTHONUTF8": "1"})
        os.execv(sys.executable, [sys.executable, "-m", "coopform", "new", "Un"])
    shown = _read_until(terminal, "\r\n  - ")
    os.write(terminal, b"contrat de ri\t\n\n")
    shown += _read_until(terminal, "\r\n> ")
    os.write(terminal, "Vallée\n".encode() + b"\x04")
    shown += _read_until(terminal, "To continue: coopform new")
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    os.close(terminal)
    kept = json.loads((tmp_path / "cases" / kept_answers.FOLDER / "un.json").read_text(encoding="utf-8"))
    assert kept["lines"] == {"titre": ["Un"], "outil": ["Contrat de rivière"], "territoire": ["Vallée"]}, shown


def _read_until(terminal: int, words: str) -> str:
    shown = ""
    while words not in shown:
        shown += os.read(terminal, 1024).decode("utf-8", "replace")
    return shown


def test_a_title_goes_on_with_its_own_draft(typing: Typing, tmp_path: Path) -> None:
    typing("new", "Un", lines=["Entente"])
    typing("new", "Deux", lines=["Charte"])
    run = typing("new", "Un", lines=["", "Vallée"])
    assert "Continuing: Un" in run.err
    kept = json.loads((tmp_path / "cases" / kept_answers.FOLDER / "un.json").read_text(encoding="utf-8"))
    assert kept["lines"]["territoire"] == ["Vallée"]


def test_another_case_is_begun_beside_a_draft(typing: Typing, tmp_path: Path) -> None:
    typing("new", "Un", lines=["Entente"])
    assert "These cases were begun" in typing("new", lines=["9", "n", "Deux"]).err
    assert {path.stem for path in (tmp_path / "cases" / kept_answers.FOLDER).iterdir()} == {"un", "deux"}


def test_a_file_that_is_no_draft_is_left_alone(typing: Typing, tmp_path: Path) -> None:
    typing("new", "Un", lines=["Entente"])
    path = tmp_path / "cases" / kept_answers.FOLDER / "un.json"
    for text in ("{", "[]", '{"lines": {"titre": 1}, "done": []}', '{"lines": {}, "done": []}'):
        path.write_text(text, encoding="utf-8")
        assert "begun" not in typing("new", lines=[]).err
        assert typing("new", "Un", lines=[]).code == 0
        assert path.read_text(encoding="utf-8") == text
        (tmp_path / "cases" / kept_answers.FOLDER / "un-2.json").unlink()


def test_a_name_that_is_taken_gets_a_number(typing: Typing, workshop: Path) -> None:
    before = (workshop / "cases" / "tridan.yaml").read_bytes()
    run = typing("new", "TRIDAN", "--blank")
    assert run.code == 0
    assert (workshop / "cases" / "tridan-2.yaml").is_file()
    assert (workshop / "cases" / "tridan.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("title", "identifier", "said"),
    [
        ("Con", "con-2", "Windows allows no file named “con”: this case will be con-2."),
        ("lpt1", "lpt1-2", "Windows allows no file named “lpt1”: this case will be lpt1-2."),
        ("Index", "index-2", "“index” is a document that coopform makes: this case will be index-2."),
        ("mot " * 30, "-".join(["mot"] * 15), ""),
        (f"Un {'x' * 57} et plus", f"un-{'x' * 57}", ""),
        ("x" * 90, "x" * 60, ""),
    ],
)
def test_new_and_import_give_a_title_the_same_name(
    title: str, identifier: str, said: str, typing: Typing, tmp_path: Path
) -> None:
    (tmp_path / "notes.md").write_text(f"# {title}\n\n## Enjeux\n\n- Un point\n", encoding="utf-8")
    made = typing("new", title, "--blank")
    assert made.code == 0
    assert (said in made.err) if said else ("this case will be" not in made.err)
    assert typing("--cases", "autres", "import", "notes.md").code == 0
    for folder in ("cases", "autres"):
        assert [path.stem for path in (tmp_path / folder).glob("*.yaml")] == [identifier]


def test_a_title_without_a_letter_gives_a_name(typing: Typing, tmp_path: Path) -> None:
    assert typing("new", "…", "--blank").code == 0
    assert (tmp_path / "cases" / "fiche.yaml").is_file()


def test_what_must_be_answered_is_asked_again(typing: Typing) -> None:
    run = typing("new", lines=["", "", "Un", ""])
    assert run.err.count("An answer is needed here.") == 2


def test_a_short_title_is_asked_for_a_long_one_only(typing: Typing) -> None:
    assert "Short title" not in typing("new", "Un").err
    run = typing("new", "x" * 41, lines=["y" * 41, "y"])
    assert "this has 41" in run.err
    assert "Form of agreement" in run.err


def test_bytes_of_an_old_windows_program_are_letters(typing: Typing, tmp_path: Path) -> None:
    typing("new", "Un", encoded="Convention éprouvée – l’eau\n".encode("cp1252"))
    kept = json.loads((tmp_path / "cases" / kept_answers.FOLDER / "un.json").read_text(encoding="utf-8"))
    assert kept["lines"]["outil"] == ["Convention éprouvée – l’eau"]


def test_the_language_is_that_of_the_collection(typing: Typing, tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "_recueil.yaml").write_text("langue: en\n", encoding="utf-8")
    typing("new", "One", lines=["Entente", "", "", *[""] * 7])
    found = read_file(tmp_path / "cases" / "one.yaml").case
    assert found is not None
    assert found.langue == "en"


def test_a_folder_that_does_not_exist_is_not_made(typing: Typing, tmp_path: Path) -> None:
    run = typing("new", "Un", "--cases", "nulle-part")
    assert (run.code, list(tmp_path.iterdir())) == (2, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_file_asks_for_every_key(
    typing: Typing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", language)
    assert typing("new", TITLE, "--blank").code == 0
    (path,) = (tmp_path / "cases").glob("*.yaml")
    text = path.read_text(encoding="utf-8")
    found = read_file(path)
    assert found.case is not None
    assert (found.case.titre, found.case.completeness) == (TITLE, "0/6")
    assert [key for key in keys.CASE if f"\n{key}:" not in text and f"\n#{key}:" not in text] == []
    assert Translator(language)("What is the agreement about?") in text
    # Every commented key is valid when its # is deleted.
    lines = [line[1:] if line[:1] == "#" and line[1:2] != " " else line for line in text.splitlines()]
    lines = [line[1:] if line.startswith("#  ") else line for line in lines]
    path.write_text("\n".join(lines).replace("https://…", "https://x.fr"), encoding="utf-8")
    assert errors(read_file(path).problems) == ()
    assert {keys.fold_key(line.split(":")[0]) for line in lines if line[:1] not in "# -"} >= set(keys.CASE)


def test_a_blank_file_can_be_asked_for_its_title(typing: Typing, tmp_path: Path) -> None:
    assert typing("new", "--blank", lines=["Un"]).code == 0
    assert (tmp_path / "cases" / "un.yaml").is_file()


@pytest.mark.parametrize(
    ("typed", "shown", "types", "number"),
    [
        ("5 CC", "5 communautés de communes", ("CC",), 5),
        ("5 Communautés de communes", "5 Communautés de communes", ("CC",), 5),
        ("deux communes rurales", "deux communes rurales", ("commune",), 2),
        ("1 PNR", "1 parc naturel régional", ("PNR",), 1),
        ("PNR", "PNR", ("PNR",), None),
        ("Le Pays du Gier", "Le Pays du Gier", ("Pays",), None),
        ("2 syndicats mixtes du bassin", "2 syndicats mixtes du bassin", ("syndicat mixte",), 2),
        ("L’État", "L’État", ("État",), None),
        ("Le PNR et les communautés de communes", "Le PNR et les communautés de communes", (), None),
        ("2 communes + 1 CA", "2 communes + 1 CA", (), None),
        ("Paysans de la vallée", "Paysans de la vallée", (), None),
        ("0 CC", "0 CC", (), None),
    ],
)
def test_what_a_partner_is_taken_for(typed: str, shown: str, types: tuple[str, ...], number: int | None) -> None:
    partner = interpret.as_partner(typed)
    assert (partner.texte, partner.type, partner.nombre) == (shown, types, number)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("2", "Entente"),
        ("2)", "Entente"),
        ("ENTENTE", "Entente"),
        ("entente interterritoriale", "entente interterritoriale"),
        ("0", "0"),
        ("99", "99"),
        ("Pacte", "Pacte"),
    ],
)
def test_what_a_form_is_taken_for(typed: str, form: str) -> None:
    assert interpret.as_form(typed) == form


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        (["Pilotage : les présidents"], [Point(libelle="Pilotage", texte="les présidents")]),
        (["Pilotage: les présidents : 5"], [Point(libelle="Pilotage", texte="les présidents : 5")]),
        (["« Un : deux »"], [Point(texte="« Un : deux »")]),
        (["„Un : deux”"], [Point(texte="„Un : deux”")]),
        (["https://x.fr à 12:30"], [Point(texte="https://x.fr à 12:30")]),
        (["2 axes :"], [Point(texte="2 axes :")]),
        (["2 axes :", "  a", "b"], [Point(libelle="2 axes", points=(Point(texte="a"),)), Point(texte="b")]),
        ([": a"], [Point(texte=": a")]),
    ],
)
def test_what_lines_are_taken_for(lines: list[str], points: list[Point]) -> None:
    assert list(interpret.as_points(lines)) == points


def _reads_the_same(case: Case, folder: Path) -> None:
    path = folder / f"{case.id}.yaml"
    text = new_case.case_text(case, path, folder)
    assert text.startswith(schema_line("case", path, folder))
    read = read_case(Source(str(path), text), case.id)
    assert [problem.code for problem in read.problems if problem.code not in ASKED] == [], text
    assert read.value == case


@given(case=cases)
def test_any_case_reads_the_same_from_its_file(case: Case) -> None:
    _reads_the_same(case, Path("cases"))


_lines = st.lists(
    st.one_of(st.sampled_from(NAUGHTY), st.text(max_size=15), st.sampled_from(["5 CC", "a :", "- b : c"]))
)


@given(typed=_lines)
def test_whatever_is_typed_reads_the_same(typed: list[str]) -> None:
    lines = [
        line
        for line in map(interpret.without_bullets, " ".join(typed).split("\n") + typed)
        if line and "\n" not in line
    ]
    given_lines = [f"  {line}" if number % 3 == 1 else line for number, line in enumerate(lines)]
    rows = {"outil": lines or ["Entente"], "objet": given_lines, "acteurs": lines, "partenaires": lines}
    _reads_the_same(interpret.as_case("cas", {"titre": lines[:1] or ["Un"], **rows}), Path("cases"))


def test_the_schema_is_found_from_a_folder_below() -> None:
    line = schema_line("case", Path("cases/isere/x.yaml"), Path("cases"))
    assert line == "# yaml-language-server: $schema=../.schema/case.schema.json\n"

"""`coopform check --fix`: fixed files have no problem, other files stay unchanged, the old file is kept."""

import errno
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from coopform.casefile.source import Source
from coopform.casefile.text_file import read_source
from coopform.casefile.yaml.faults.invisible import UNSEEN
from coopform.checking.fixer import fix_text
from coopform.cli.main import main
from coopform.collection.collection import errors, problems_of, read_file
from coopform.outputs import backups
from coopform.outputs.atomic import write_atomically
from tests.support.places import BAD, CASES, CORPUS, GOOD, SHIPPED
from tests.support.running import Coopform


def read(path: Path) -> Source:
    source = read_source(path)
    assert isinstance(source, Source)
    return source


# The faults with a safe fix, one file each, without problems after it.
FIXED = [
    "colon-second-in-title", "colon-second-in-point", "colon-second-in-partner", "colon-nbsp-after",
    "colon-narrow-nbsp-after", "colon-glued-in-key", "file-bom-and-fault", "file-crlf-and-fault",
    "file-cr-and-fault", "key-misspelt-row", "key-misspelt-title", "key-singular", "key-label-typed",
    "layout-bullets-round", "layout-bullets-check", "layout-bullets-en-dash", "layout-bullets-numbers",
    "layout-bullets-asterisk", "layout-bullets-of-word", "layout-bullets-of-word-at-margin",
    "layout-bullets-pictures", "layout-bullets-arrows-typed", "layout-bullets-numbers-in-levels",
    "layout-bullet-after-hyphen", "layout-hyphen-glued", "layout-hyphen-glued-to-a-number",
    "layout-hyphen-glued-to-a-year", "layout-hyphen-nbsp", "layout-item-swallowed-deeper",
    "layout-nbsp-swallows-item", "layout-nbsp-before-further-key", "layout-tab-after-hyphen",
    "layout-tab-after-every-hyphen", "hidden-before-hyphens-at-margin", "hidden-before-bullet", "hidden-before-key",
    "hidden-in-key", "hidden-after-hyphen", "hidden-byte-order-mark-before-hyphen", "keys-in-line-of-partner",
    "keys-in-line-of-partner-alone", "keys-in-line-after-quotes", "quote-smart-around-point-with-colon",
    "quote-smart-around-partner-with-colon", "layout-tab-sublist-after-tabbed-hyphens",
    "layout-tab-sublist-under-label", "layout-tab-sublist-with-labels", "layout-items-below-text-of-key",
    "layout-items-below-quoted-text-of-key", "layout-items-at-margin-below-text-of-key",
    "layout-labelled-items-below-text-of-key", "colon-nbsp-after-at-end-of-key", "colon-full-width",
    "colon-semicolon-instead", "key-numbered-by-word", "key-numbered-without-colon", "key-bold",
    "key-in-curly-quotes", "quote-json-escape", "layout-nbsp-before-dashes", "layout-nbsp-before-dash-of-partner",
    "layout-bullet-above-hyphens", "layout-bullets-on-the-line-of-their-key", "table-label-alone", "table-pasted",
    "sign-percent-yaml", "value-date-in-words", "key-bold-with-colon", "key-label-slash-without-spaces",
    "key-numbered-with-dash", "key-after-hyphen", "layout-tab-before-key-at-margin",
    "hidden-before-hyphen-below-bullets", "misread-throughout", "misread-key", "layout-heading-underlined",
    "layout-heading-underlined-by-three", "layout-rules-between-rows", "layout-fence-around-case",
    "key-heading-of-markdown", "key-bold-above-points", "key-after-hyphen-below-text",
    "layout-em-spaces-before-key-of-partner", "layout-thin-space-after-hyphen", "colon-figure-space-after",
    "layout-nbsp-before-first-key", "layout-bullets-of-other-signs", "layout-bullets-numbers-glued",
    "layout-bullets-on-one-line", "layout-tabs-after-two-hyphens", "layout-hyphens-twice-in-themes",
    "quote-comma-after", "keys-in-line-by-one-space", "colon-missing-before-minus",
    "table-bars-around-keys", "table-bars-between-cells", "layout-hyphens-glued-on-the-line-of-their-key",
    "layout-bullets-begin-on-the-line-of-their-key", "sign-comma-after-bracket", "colon-arrows-instead",
    "layout-item-on-key-line", "note-of-other-languages", "key-step-as-label", "key-steps-as-texts-after-a-date",
    "value-date-as-in-a-sentence", "colon-twice-with-a-space", "key-other-words-without-colon",
    "layout-bullets-asterisks-in-levels",
    "colon-in-source", "layout-one-column-off", "layout-item-moved-left", "mail-around-a-case",
    "layout-bullet-on-the-line-of-a-deeper-key", "quote-smart-closed-by-a-straight-one",
]  # fmt: skip


@pytest.mark.parametrize("name", FIXED)
def test_a_fixed_file_checks_clean(name: str) -> None:
    source = read(CORPUS / "bad" / f"{name}.yaml")
    fixed = fix_text(source, problems_of)
    assert fixed.problems
    assert problems_of(Source(source.path, fixed.text)) == ()


def test_a_non_breaking_space_before_a_key_is_fixed_whatever_else_the_file_holds() -> None:
    source = read(CORPUS / "bad" / "layout-nbsp-before-further-key-with-advice.yaml")
    fixed = fix_text(source, problems_of)
    assert fixed.text.endswith("    type: PNR\n    role: signataire\n")
    assert [problem.code for problem in problems_of(Source(source.path, fixed.text))] == ["empty-rubric"]


HEAD = "titre: Un\noutil: Entente\n"
# A text, and what a fix makes of it: the same where no fix is sure.
TEXTS = {
    "a minus is no sign for a colon": ("objet = -5 % d’énergie", "objet: -5 % d’énergie"),
    "two separators of a table": ("objet\t|\tUne charte", "objet: Une charte"),
    "an open quote before a key": ('"? objet : Une charte', '"? objet : Une charte'),
    "points under a point": ("objet:\n- Eau\n- - Lac", "objet:\n- Eau\n- - Lac"),
    "two hyphens above more lines": (
        "etapes:\n- - quand: 2009\n    quoi: Une charte", "etapes:\n- quand: 2009\n  quoi: Une charte"
    ),
    "a note of one sign": ("objet:\n  - a\n# Enjeux\n  - b", "objet:\n  - a\n# Enjeux\n  - b"),
    "a heading of a key that is there": (
        "enjeux: a\nobjet:\n  - a\n## Enjeux\n  - b", "enjeux: a\nobjet:\n  - a\n## Enjeux\n  - b"
    ),
    "a file misread in part": ("objet: coopÃ©ration et forêt", "objet: coopÃ©ration et forêt"),
    "a text that was misread twice": ("objet: coopÃƒÂ©ration", "objet: coopération"),
    "letters before points": ("objet:\n  I. Eau\n  II. Air", "objet:\n  I. Eau\n  II. Air"),
    "middle dots": ("objet:\n  · Eau · Air\n  · Sol", "objet:\n  - Eau · Air\n  - Sol"),
    "a number of a key": ("objet2: Eau", "objet2: Eau"),
    "a rule in a block text": ("objet: |\n  Eau\n  -----", "objet: |\n  Eau\n  -----"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_fix_is_made_where_it_is_sure(name: str) -> None:
    typed, right = TEXTS[name]
    assert fix_text(Source("x.yaml", f"{HEAD}{typed}\n"), problems_of).text == f"{HEAD}{right}\n"


def words(text: str) -> list[str]:
    return re.findall(r"\w+", UNSEEN.sub("", text))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_no_fix_changes_a_word_or_adds_an_error(path: Path) -> None:
    source = read_source(path)
    if not isinstance(source, Source):
        return
    fixed = fix_text(source, problems_of)
    if fixed.text == source.text:
        return
    changing = {
        "misspelt-key", "label-as-key", "label-without-colon", "key-in-note", "yaml-directive", "ruler-line",
        "json-escape", "date-form", "misread-letters", "step-as-label",
    }  # fmt: skip
    if not changing & {problem.code for problem in fixed.problems}:
        numbers = {word for word in words(source.text) if len(word) < 3}  # « 1. » and « a) » were bullets
        assert [word for word in words(fixed.text) if word not in numbers] == [
            word for word in words(source.text) if word not in numbers
        ]
    # A file that can be read at last has advice to be given.
    before, after = (len(errors(problems_of(Source(source.path, text)))) for text in (source.text, fixed.text))
    assert after <= before
    # A second run changes nothing.
    assert fix_text(Source(source.path, fixed.text), problems_of).text == fixed.text


@pytest.mark.parametrize("path", [*GOOD, *SHIPPED], ids=lambda path: path.stem)
def test_a_good_file_is_left_to_the_letter(path: Path) -> None:
    source = read(path)
    assert fix_text(source, problems_of).text == source.text


def test_fix_shows_the_difference_and_keeps_the_old_file(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "pays.yaml"
    old = "# Une note\r\ntitre: Entente : un essai   # à revoir\r\noutil: Entente\r\nenjeu: Organiser : tout\r\n"
    path.write_bytes(old.encode("utf-8"))
    run = coopform("check", "--fix", "--ignore", "empty-rubric")
    assert "-enjeu: Organiser : tout" in run.out
    assert '+enjeux: "Organiser : tout"' in run.out or "+enjeux: Organiser : tout" in run.out
    assert (workshop / "cases" / "pays.yaml.bak").read_bytes() == old.encode("utf-8")
    assert "Fixed: " in run.err
    # With a comment after the title, the end of the text is uncertain: no fix.
    assert path.read_bytes().startswith(b"# Une note\r\ntitre: Entente : un essai   # ")
    assert run.code == 1


def test_a_second_fix_keeps_the_first_copy(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "pays.yaml"
    for text in ("titre: Un\noutil: Entente\nenjeu: a\n", "titre: Deux\noutil: Entente\nenjeu: b\n"):
        path.write_text(text, encoding="utf-8")
        coopform("check", "--fix", path)
    assert (workshop / "cases" / "pays.yaml.bak").read_text(encoding="utf-8").startswith("titre: Un")
    assert (workshop / "cases" / "pays.yaml.bak2").read_text(encoding="utf-8").startswith("titre: Deux")
    assert read_file(path).case is not None


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_an_old_encoding_is_saved_anew(coopform: Coopform, workshop: Path, encoding: str) -> None:
    text = (CASES / "tridan.yaml").read_text(encoding="utf-8")
    path = workshop / "cases" / "tridan.yaml"
    path.write_bytes(text.encode(encoding))
    assert coopform("check").code == 1
    run = coopform("check", "--fix")
    assert run.code == 0
    assert "saved again as UTF-8" in run.out
    assert path.read_text(encoding="utf-8") == text


def test_the_mark_of_utf8_stays(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text("titre: Un\noutil: Entente\nenjeu: a\n", encoding="utf-8-sig")
    coopform("check", "--fix", path)
    assert path.read_bytes() == b"\xef\xbb\xbftitre: Un\noutil: Entente\nenjeux: a\n"


def test_nothing_to_fix_writes_nothing(coopform: Coopform, workshop: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (workshop / "cases").iterdir()}
    assert coopform("check", "--fix").code == 0
    assert {path: path.stat().st_mtime_ns for path in (workshop / "cases").iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX systems")
@pytest.mark.parametrize(
    ("place", "code", "said"), [("elsewhere", 1, "error[link-outside]"), ("cases/_drafts", 2, "was left as it is")]
)
def test_a_link_is_not_fixed(coopform: Coopform, workshop: Path, place: str, code: int, said: str) -> None:
    target = workshop / place / "pays.yaml"
    target.parent.mkdir()
    target.write_text("titre: Un\noutil: Entente\nenjeu: a\n", encoding="utf-8")
    (workshop / "cases" / "pays.yaml").symlink_to(target)
    run = coopform("check", "--fix")
    assert run.code == code
    assert said in run.out + run.err
    assert "enjeu: a" in target.read_text(encoding="utf-8")


def test_a_mode_is_kept(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text("titre: Un\noutil: Entente\nenjeu: a\n", encoding="utf-8")
    path.chmod(0o640)
    coopform("check", "--fix", path)
    assert path.stat().st_mode & 0o777 == (0o640 if os.name == "posix" else path.stat().st_mode & 0o777)


@pytest.mark.parametrize("sign", ["•", "o\t", "->"])
def test_a_note_between_bullets_stays_a_note(sign: str) -> None:
    text = f"titre: Un\noutil: Entente\nobjet:\n{sign} Eau\n# à revoir\n{sign} Air\n"
    fixed = fix_text(Source("x.yaml", text), problems_of).text
    assert fixed == "titre: Un\noutil: Entente\nobjet:\n- Eau\n# à revoir\n- Air\n"


def test_quotes_inside_a_quoted_text_become_guillemets() -> None:
    for typed, right in (
        ('"Le projet "Grand Pays" du Conseil"', '"Le projet « Grand Pays » du Conseil"'),
        ('"Pays" et "Parc"', "'« Pays » et \"Parc\"'"),
    ):
        (problem, *_) = problems_of(Source("x.yaml", f"titre: {typed}\noutil: Entente\n"))
        assert problem.params["text"] == right


def test_a_tab_gives_way_to_two_spaces(coopform: Coopform, workshop: Path) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text("titre: Un\noutil: Entente\nenjeux:\n\t- a\n\t- b\n", encoding="utf-8")
    coopform("check", "--fix", path)
    assert path.read_text(encoding="utf-8") == "titre: Un\noutil: Entente\nenjeux:\n  - a\n  - b\n"


@pytest.mark.parametrize("failing", ["copy", "file"])
def test_what_cannot_be_written_is_named_and_left_as_it_was(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text("titre: Un\noutil: Entente\nenjeu: a\n", encoding="utf-8")

    def write(place: Path, data: bytes, *, replace: bool, **options: Any) -> None:
        if replace is (failing == "file"):
            raise PermissionError(errno.EACCES, "Permission denied", str(place))
        write_atomically(place, data, replace=replace, **options)

    monkeypatch.setattr(backups, "write_atomically", write)
    run = coopform("check", "--fix", path)
    assert run.code == 2
    assert "pays.yaml” was not fixed and has not changed" in run.err
    assert "Fixed: " not in run.err
    assert path.read_text(encoding="utf-8").endswith("enjeu: a\n")
    assert not path.with_name("pays.yaml.bak").exists()


def test_what_somebody_saves_meanwhile_stays(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = workshop / "cases" / "a.yaml", workshop / "cases" / "b.yaml"
    first.write_text("titre: Un\noutil: Entente\nobjet:\n• Une charte\n", encoding="utf-8")
    second.write_text("titre: Deux\noutil: Entente\nenjeu: a\n", encoding="utf-8")
    saved = "titre: Un\noutil: Entente\nobjet: SAVED MEANWHILE\n"
    write = sys.stdout.write

    def save_meanwhile(text: str) -> int:
        if "-• Une charte" in text:
            first.write_text(saved, encoding="utf-8")
        return write(text)

    with monkeypatch.context() as patch:
        patch.setattr(sys.stdout, "write", save_meanwhile)
        run = coopform("check", "--fix", first, second)
    assert "-• Une charte" in run.out
    assert run.code == 2
    assert first.read_text(encoding="utf-8") == saved
    assert "a.yaml” was left as it is: somebody saved it in the meantime. Run the same command again." in run.err
    # The other files are fixed, without temporary files.
    assert second.read_text(encoding="utf-8").endswith("enjeux: a\n")
    names = {path.name for path in first.parent.glob("[ab].*")} | {path.name for path in first.parent.glob(".*")}
    assert names == {"a.yaml", "b.yaml", "b.yaml.bak"}
    assert coopform("check", "--fix", first, second).code == 0


@pytest.mark.parametrize("change", ["deleted", "replaced by a folder"])
def test_a_file_removed_meanwhile_is_not_created_again(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text("titre: Un\noutil: Entente\nenjeu: a\n", encoding="utf-8")
    write = sys.stdout.write

    def gone(text: str) -> int:
        if "+enjeux" in text:
            path.unlink()
            if change != "deleted":
                path.mkdir()
        return write(text)

    monkeypatch.setattr(sys.stdout, "write", gone)
    run = coopform("check", "--fix")
    assert run.code == 2
    assert "was left as it is" in run.err
    assert not path.is_file()
    assert not path.with_name("pays.yaml.bak").exists()


def test_a_difference_that_cannot_be_shown_is_not_made(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text("titre: Un\noutil: Entente\nenjeu: a\n", encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", pipe)
        main(["check", "--fix", str(path)])
    assert path.read_text(encoding="utf-8").endswith("enjeu: a\n")
    assert not path.with_name("pays.yaml.bak").exists()


@pytest.mark.parametrize("blank", ["\t", " \t", "\u00a0"])
def test_a_blank_after_a_hyphen_becomes_a_space_whatever_follows(blank: str) -> None:
    text = f"titre: Un\noutil: Entente\netapes:\n  -{blank}Une charte\n"
    fixed = fix_text(Source("un.yaml", text), problems_of)
    assert fixed.text.endswith("etapes:\n  - Une charte\n")

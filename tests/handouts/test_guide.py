"""The facilitator's guide: the day by the clock, and which group has which case; how many copies it takes."""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts import guide_room
from coopform.handouts.documents import Document
from coopform.handouts.guide import Guide
from coopform.handouts.workshop import copies, schedule
from coopform.handouts.workshop.groups import groups
from coopform.handouts.workshop.letters import letters
from coopform.model.case import Case, Point, Recueil
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.long_cases import long_cases
from tests.support.parsing import parse_html
from tests.support.printed import (
    A4,
    ENGINES,
    Pdf,
    assert_in_order,
    print_by,
    print_together,
    read,
    sizes,
    squeezed,
    text,
    text_of,
)
from tests.support.running import Coopform

CHECKS = ("Vérifier la date de signature", "Demander le nombre de communes")


def word_text(data: bytes) -> str:
    """Return all texts of a DOCX file."""
    import docx

    return "".join(docx.Document(io.BytesIO(data)).element.itertext())


def printed(guides: Sequence[Document[Guide]], engine: str) -> list[Pdf]:
    return print_together(engine, [as_text(guide, "html") for guide in guides])


def checked(case: Case) -> Case:
    return case.model_copy(update={"a_verifier": tuple(Point(texte=words) for words in CHECKS)})


@pytest.mark.parametrize("engine", ENGINES)
def test_the_day_is_on_one_page_and_many_groups_on_a_second(five: Collection, engine: str) -> None:
    days = [(20, five.cases, 1), (60, five.cases, 2), (300, long_cases(), 2)]
    made = [
        replace(api.guide(cases, five.recueil, people, start="9:30"), letters=letters(len(cases)))
        for people, cases, _ in days
    ]
    t = Translator("fr")
    steps = [squeezed(t(words)) for step in schedule.steps(5) for words in (step.title, *step.how)]
    for pdf, (_, _, pages) in zip(printed(made, engine), days, strict=True):
        assert sizes(pdf) == [A4] * pages
        assert_in_order(text_of([pdf.pages[0]]), [*steps, "Fin"])
        assert "E" in pdf.pages[-1].text


@pytest.mark.parametrize("engine", ENGINES)
def test_long_titles_keep_the_guide_on_one_page(five: Collection, engine: str) -> None:
    # In each setting of the guide, and one row too many for all of them.
    pages = {4: 1, 5: 1, 6: 1, 8: 1, 9: 1, 12: 2}
    title = "Convention de partenariat entre la communauté de communes des Rives et le syndicat du Val "
    cases = [
        five.cases[0].model_copy(update={"id": f"c{place}", "titre": title + "x" * place, "titre_court": None})
        for place in range(8)
    ]
    made = [replace(api.guide(cases, five.recueil, 40, count, start="9:30"), letters=letters(8)) for count in pages]
    for count, pdf in zip(pages, printed(made, engine), strict=True):
        assert sizes(pdf) == [A4] * pages[count]
        assert_in_order(text_of([pdf.pages[-1]]), ["Groupe1", "Conventiondepartenariat", "…", f"Groupe{count}", "…"])
        assert pdf.pages[-1].rows.count("Convention") == count


def test_fewer_groups_have_larger_type(five: Collection) -> None:
    found = [api.guide(five.cases, five.recueil, 50, count, start="9:30").content.how for count in range(2, 11)]
    assert found[0] == found[2] == guide_room.TYPES[0]
    assert found[-2] == found[-3] == guide_room.TYPES[-1]
    assert sorted(found[:-1], reverse=True) == found[:-1]
    assert found[-1] == guide_room.TYPES[0], "on a page of their own the groups have room"


@pytest.mark.parametrize("engine", ENGINES)
def test_many_points_to_check_flow_on(five: Collection, engine: str) -> None:
    many = [five.cases[0].model_copy(update={"a_verifier": tuple(Point(texte=f"Point {n:02}") for n in range(60))})]
    pdf = read(print_by(engine, as_text(api.guide(many, five.recueil, 20), "html")))
    assert set(sizes(pdf)) == {A4}
    assert len(pdf.pages) > 2
    assert_in_order(text(pdf), [f"Point{n:02}" for n in range(60)])


@pytest.mark.parametrize("fmt", ["html", "markdown"])
def test_what_is_to_check_is_in_the_guide_and_nowhere_else(five: Collection, fmt: str) -> None:
    cases = [checked(case) for case in five.cases]
    guide = as_text(api.guide(cases, five.recueil, 20), fmt)
    assert all(words in guide for words in CHECKS)
    assert guide.count(CHECKS[0]) == len(cases)
    compared = comparison.compare(cases)
    others: list[Document[Any]] = [
        api.booklet(compared, five.recueil),
        api.blank(five.recueil),
        api.side_by_side(compared, five.recueil),
    ]
    if fmt == "html":
        others.append(api.analysis(cases, five.recueil))
    for document in others:
        assert not any(words in as_text(document, fmt) for words in CHECKS), document.kind


def test_without_a_point_to_check_nothing_is_said_of_them(five: Collection) -> None:
    assert "À vérifier" not in as_text(api.guide(five.cases, five.recueil, 20), "html")


@pytest.mark.parametrize(
    ("people", "count", "expected"),
    [(1, 0, [1]), (6, 0, [3, 3]), (23, 0, [5, 5, 5, 4, 4]), (23, 4, [6, 6, 6, 5]), (200, 0, [5] * 40)],
)
def test_people_are_divided_evenly(people: int, count: int, expected: list[int]) -> None:
    assert [group.people for group in groups(people, count, 5)] == expected


def test_every_group_has_a_case_and_every_case_a_group_while_there_are_enough() -> None:
    assert [group.case for group in groups(35, 7, 3)] == [0, 1, 2, 0, 1, 2, 0]
    assert [group.case for group in groups(10, 2, 0)] == [None, None]


# (people, cases): copies of the sheets, the comparison, the analysis pages, the booklet, the blank A3.
COUNTED = {
    (1, 1): (1, None, 1, 1, 1),
    (1, 5): (1, 1, 1, 1, 1),
    (1, 40): (1, 1, 1, 1, 1),
    (20, 1): (10, None, 4, 20, 4),
    (20, 5): (10, 4, 1, 20, 4),
    (20, 40): (4, 4, 1, 20, 4),
    (200, 1): (100, None, 40, 200, 40),
    (200, 5): (100, 40, 8, 200, 40),
    (200, 40): (40, 40, 1, 200, 40),
}


@pytest.mark.parametrize(("people", "cases"), COUNTED)
def test_copies_for_people_and_cases(people: int, cases: int) -> None:
    count = copies.group_count(people)
    found = {(line.document, line.part): line for line in copies.plan(people, count, cases)}
    kinds = [("sheet", ""), ("comparison", ""), ("analysis", ""), ("booklet", ""), ("blank", "a3")]
    assert tuple(found[kind].copies if kind in found else None for kind in kinds) == COUNTED[people, cases]
    # One analysis page per group, one sheet per pair, one blank sheet per person.
    assert found["analysis", ""].copies * cases >= count
    assert found["sheet", ""].copies * cases * 2 >= people
    assert found["blank", ""].copies == people
    assert found["panels", ""].copies == 1


def test_without_cases_only_what_needs_none_is_printed(five: Collection) -> None:
    lines = [(line.document, line.part) for line in copies.plan(20, 4, 0)]
    assert lines == [("cards", ""), ("blank", ""), ("blank", "a3"), ("guide", "")]
    assert "Quel groupe" not in parse_html(as_text(api.guide([], Recueil(), 20), "html")).text


@pytest.mark.parametrize("minutes", [60, 61, 90, 100, 180, 210, 407, 720])
@pytest.mark.parametrize("cases", [0, 1, 5])
def test_steps_fill_the_day_on_the_marks_of_the_clock(minutes: int, cases: int) -> None:
    timed = schedule.timetable(cases, "9:30", minutes)
    assert schedule.total(timed) == minutes
    assert timed[0].start == 9 * 60 + 30
    assert [step.start for step in timed[1:]] == [step.end for step in timed[:-1]]
    assert all(step.minutes > 0 and (step.start or 0) % 5 == 0 for step in timed)


def test_a_day_is_as_long_as_its_steps_and_has_times_when_its_start_is_known() -> None:
    assert schedule.total(schedule.timetable(5)) == sum(step.minutes for step in schedule.steps(5))
    assert {step.start for step in schedule.timetable(5)} == {None}


@pytest.mark.parametrize("fmt", ["html", "markdown", "docx"])
def test_every_format_has_the_times_and_the_groups(five: Collection, fmt: str) -> None:
    if fmt == "docx":
        pytest.importorskip("docx")
    made = replace(api.guide(five.cases, five.recueil, 20, start="14h", minutes=120), letters=letters(5))
    data = api.as_bytes(made, fmt)
    found = squeezed(word_text(data) if fmt == "docx" else data.decode())
    for words in ("14h00", "16h00", "Groupe4", "Quelgroupeaquellefiche", "Territoirespartenaires"):
        assert words in found, words


def test_the_command_counts_for_the_people_that_are_given(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "--document", "guide", "--people", "23", "--format", "html", "-o", "out")
    assert run.code == 0, run.err
    found = parse_html(Path("out/guide-d-animation.html").read_text(encoding="utf-8")).text
    assert "Durée3hPersonnes23Groupes5Fiches5" in squeezed(found)


def test_titles_that_begin_alike_end_with_their_territory() -> None:
    cases = long_cases()
    titles = guide_room.group_titles(cases, 10, "fr")
    assert len(set(titles)) == len(cases)
    # « Convention de partenariat pour … · Causse Vert »
    assert titles[1].startswith("Convention de partenariat")
    assert titles[1].endswith(f"… · {cases[1].territoire}")
    assert guide_room.group_titles(cases[:2], 10, "fr")[1].endswith(" …")

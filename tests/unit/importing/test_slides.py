"""Slides as in workshops: a common title on each, the case title in a box, tables over two slides."""

from pathlib import Path

from pptx import Presentation
from pptx.util import Cm

from coopform.collection.collection import read_collection
from coopform.model.grid import GRID
from tests.support.running import Coopform
from tests.support.sample_documents import CASES

WORKSHOP = "Quels outils pour formaliser des coopérations ?"


def _slides(path: Path) -> Path:
    presentation = Presentation()
    for title, rows in CASES.items():
        pairs = list(rows.items())
        for part in (pairs[:3], pairs[3:]):
            slide = presentation.slides.add_slide(presentation.slide_layouts[5])
            title_shape = slide.shapes.title
            assert title_shape is not None
            title_shape.text_frame.text = WORKSHOP
            slide.shapes.add_textbox(Cm(1), Cm(4), Cm(20), Cm(1)).text_frame.text = f"→ {title}"
            table = slide.shapes.add_table(len(part), 2, Cm(1), Cm(6), Cm(20), Cm(10)).table
            for index, (label, lines) in enumerate(part):
                table.cell(index, 0).text = label
                table.cell(index, 1).text = "\n".join(lines)
    presentation.save(str(path))
    return path


def test_a_case_over_two_slides_is_one_case(coopform: Coopform, tmp_path: Path) -> None:
    run = coopform("import", _slides(tmp_path / "jour.pptx"), "--into", tmp_path / "cases")
    assert run.code == 0, run.err
    cases = {case.titre: case for case in read_collection(tmp_path / "cases").cases}
    assert set(cases) == set(CASES)
    for title, rows in CASES.items():
        said = [[point.full_text() for point in cases[title].row(rubric.key)] for rubric in GRID]
        expected = list(rows.values())
        if title == "Entente du Haut-Pays":
            expected[1] = ["5 Communautés de communes", "sur 3 départements"]
        assert said == expected
    assert run.err.count("1 line to be moved") == 1
    assert WORKSHOP in (tmp_path / "cases" / "entente-du-haut-pays.yaml").read_text("utf-8")

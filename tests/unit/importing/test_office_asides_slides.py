"""Nothing on a slide vanishes: the words of all parts of a presentation are in the imported files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Cm

from tests.support import office_parts as parts
from tests.support.office_parts import SPACES
from tests.unit.importing.conftest import Written


def _deck() -> tuple[Any, Any]:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Entente de Motville"
    box = slide.shapes.add_textbox(Cm(1), Cm(4), Cm(9), Cm(5)).text_frame
    box.text = "Outil : Entente\nEnjeux :\n- motenjeu\nActeurs :\n- motacteur"
    return deck, slide


def _related(slide: Any, name: str, kind: str, xml: str) -> str:
    part = Part(PackURI(name), "application/xml", slide.part.package, xml.encode())
    identifier: str = slide.part.relate_to(part, kind)
    return identifier


def _slide_chart(slide: Any) -> None:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["motcategorie"]
    data.add_series("motserie", [437])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(9), Cm(9), Cm(5), data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "mottitre"
    group = slide.shapes.add_group_shape()
    group._element.append(frame._element)


def _slide_table(slide: Any) -> None:
    table = slide.shapes.add_table(1, 3, Cm(1), Cm(9), Cm(9), Cm(2)).table
    table.cell(0, 0).text, table.cell(0, 2).text = "motcellule", "motvoisine"
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 1).text = "motcouvert"


def _slide_equation(slide: Any) -> None:
    formula = f"<a14:m><m:oMathPara>{parts.equation_xml('motnum', 'motden')}</m:oMathPara></a14:m>"
    frame = slide.shapes.add_textbox(Cm(1), Cm(9), Cm(9), Cm(2)).text_frame
    paragraph = parse_xml(
        f'<a:p {SPACES}><mc:AlternateContent><mc:Choice Requires="a14">{formula}</mc:Choice>'
        "<mc:Fallback><a:r><a:t> </a:t></a:r></mc:Fallback></mc:AlternateContent></a:p>"
    )
    frame._txBody.append(paragraph)


def _slide_comments(slide: Any) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    old = f'<p:cmLst {SPACES}><p:cm authorId="0" dt="2019-06-03T10:00:00"><p:text>motancien</p:text></p:cm></p:cmLst>'
    _related(slide, "/ppt/comments/comment1.xml", kind, old)
    new = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
    body = "<n:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></n:txBody>"
    reply = f"<n:replyLst><n:reply>{body.format('motreponse')}</n:reply></n:replyLst>"
    thread = f'<n:cmLst xmlns:n="{new}" {SPACES}><n:cm>{reply}{body.format("motfil")}</n:cm></n:cmLst>'
    _related(
        slide, "/ppt/comments/modern1.xml", "http://schemas.microsoft.com/office/2018/10/relationships/comments", thread
    )


def _slide_around(slide: Any) -> None:
    slide.notes_slide.notes_text_frame.text = "motnote"
    slide.slide_layout.shapes._spTree.append(
        parse_xml(
            f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="77" name="t"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/>'
            "<p:txBody><a:bodyPr/><a:p><a:r><a:t>motmasque</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="78" name="p"/><p:cNvSpPr/>'
            '<p:nvPr><p:ph type="ftr" idx="11"/></p:nvPr>'
            "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>motpied</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )


def _slide_diagram(slide: Any) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    name = _related(slide, "/ppt/diagrams/data1.xml", kind, parts.diagram_xml("motnoeud").decode())
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:graphicFrame {SPACES}><p:nvGraphicFramePr><p:cNvPr id="79" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>'
            '</p:nvGraphicFramePr><p:xfrm><a:off x="1" y="9000000"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic>'
            f'<a:graphicData uri="u"><dgm:relIds r:dm="{name}"/></a:graphicData></a:graphic></p:graphicFrame>'
        )
    )


SLIDES: dict[str, tuple[Callable[[Any], None], set[str]]] = {
    "chart in a group": (_slide_chart, set()),
    "merged cells": (_slide_table, set()),
    "equation": (_slide_equation, set()),
    "comments": (_slide_comments, set()),
    "notes, footer, layout": (_slide_around, {"motmasque"}),
    "diagram": (_slide_diagram, set()),
}


@pytest.mark.parametrize("name", SLIDES)
def test_words_of_every_part_of_slides(tmp_path: Path, written: Written, name: str) -> None:
    add, shown = SLIDES[name]
    deck, slide = _deck()
    add(slide)
    path = tmp_path / "fiche.pptx"
    deck.save(str(path))
    assert (parts.independent_words(path) | shown) - set(written(path)) == set()

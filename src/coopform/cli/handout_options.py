"""The options of the commands that make handouts."""

from typing import Annotated

import typer

from coopform.cli.options import choice_option
from coopform.model.handout_kinds import KINDS
from coopform.rendering.pdf import engines
from coopform.text.i18n import mark

PAPERS = KINDS["comparison"].papers
PaperSide = Annotated[
    str, choice_option("--paper", mark("PAPER"), mark("Paper size of the synoptic table: a3 or a4."), PAPERS)
]
# A higher number is a typing error.
MOST_PEOPLE = 1000
People = Annotated[str, typer.Option("--people", metavar=mark("NUMBER"), help=mark("How many people take part."))]
ENGINES = engines.CHOICES
PdfEngine = Annotated[
    str,
    choice_option(
        "--pdf-engine",
        mark("ENGINE"),
        mark("PDF engine: weasyprint, browser, or auto for the first that works."),
        ENGINES,
    ),
]

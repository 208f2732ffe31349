"""`coopform schema`."""

from typing import Annotated

import typer

from coopform.cli import option_values, options
from coopform.cli.output_names import refuse_other_ending
from coopform.cli.session import DONE, session_of
from coopform.text.i18n import mark

KINDS = ("case", "recueil")
# Other words for them, as people type them.
_WORDS = {"fiche": "case", "fiches": "case", "cases": "case", "_recueil": "recueil", "_recueil.yaml": "recueil"}
_KIND = mark("[KIND]")


def command(
    ctx: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar=_KIND,
            help=mark("case (a case file) or recueil (_recueil.yaml); case by default."),
            autocompletion=lambda: [*KINDS],
        ),
    ] = "case",
    output: options.OutputFile = None,
    force: options.Force = False,
) -> int:
    """Print the JSON Schema of a case file, which editors use to complete and explain its keys."""
    from coopform.authoring.schema import shapes

    session = session_of(ctx)
    refuse_other_ending(output, (".json",))
    name = session.translate(_KIND).strip("[]")
    described = shapes.schema(option_values.choose(_WORDS.get(kind.lower(), kind), KINDS, name))
    session.deliver(session.as_json(described, output), output, force=force, keep_old=False)
    return DONE

"""`coopform schema`."""

from typing import Annotated

import typer

from coopform.cli import options
from coopform.cli.session import DONE, session_of
from coopform.i18n import mark

KINDS = ("case", "recueil")


def schema(
    ctx: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar=mark("[KIND]"),
            help=mark("case for the file of a case, recueil for _recueil.yaml; case when not given."),
            autocompletion=lambda: [*KINDS],
        ),
    ] = "case",
    output: options.OutputFile = None,
    force: options.Force = False,
) -> int:
    """Give the JSON Schema of a file, by which editors complete and explain its keys."""
    from coopform.schema.files import schema_text

    session_of(ctx).deliver(schema_text(options.choose(kind, KINDS, "KIND")), output, force=force)
    return DONE

"""`coopform forms`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import completion, options
from coopform.cli.cases import read_cases, report_broken
from coopform.cli.look import look
from coopform.cli.made_elsewhere import refuse_made_elsewhere
from coopform.cli.output_names import format_of
from coopform.cli.session import Session, session_of
from coopform.text.folding import fold
from coopform.text.i18n import Translator, mark

if TYPE_CHECKING:
    from coopform.collection.collection import Collection
    from coopform.comparing.form_table import FormsCompared
    from coopform.model.case import Recueil

FORMATS = ("table", "markdown", "html", "json")


def command(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=mark("FORM…"),
            help=mark("The forms: a name, the beginning or a part of one, or a family."),
            autocompletion=completion.forms,
        ),
    ] = None,
    fmt: Annotated[
        str | None,
        options.format_option(
            mark("table, markdown, html or json; what the name of --output says when not given."), FORMATS
        ),
    ] = None,
    output: options.OutputFile = None,
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Show the forms of agreement: each in a line, or some of them side by side.

    Facts are second-hand, each with the page where it was seen; what no page says is left blank. The formats other than
    table show all forms side by side when none is named.
    """
    from coopform.comparing.form_table import compare_forms
    from coopform.model.form_lookup import find_forms

    session = session_of(ctx)
    refuse_made_elsewhere("forms", fmt, output, (), FORMATS)
    chosen = format_of(fmt, output, FORMATS) or "table"
    outils = find_forms(_whole(names or []))
    collection = read_cases(session, cases)
    compared = compare_forms(collection.cases, outils)
    if chosen == "table" and output is None:
        _show(compared, collection.recueil)
        if not outils:
            session.say(session.translate("To see some of them side by side: coopform forms FORM FORM"))
    else:
        session.deliver(_text(session, chosen, compared, collection, output), output, force=force)
    return report_broken(session, collection)


def _whole(names: list[str]) -> list[str]:
    """Return the names of forms as they were meant: those of one form, typed without quotes, are one name."""
    from coopform.collection.lookup import BETWEEN
    from coopform.model import vocabulary

    whole = " ".join(names)
    if len(names) > 1 and vocabulary.load().outil(whole):
        return [whole]
    return [name for name in names if fold(name) not in BETWEEN] or names


def _show(compared: "FormsCompared", recueil: "Recueil") -> None:
    from coopform.rendering.terminal import console, forms
    from coopform.rendering.terminal.width import terminal_width

    console.show(forms.view(compared, Translator(recueil.langue), terminal_width()))


def _text(session: Session, fmt: str, compared: "FormsCompared", collection: "Collection", output: Path | None) -> str:
    from coopform.exporting import plain_data
    from coopform.handouts.forms import forms_of_agreement
    from coopform.rendering.pages.render import as_text

    if fmt == "json":
        return session.as_json(plain_data.forms_data(compared), output)
    if fmt == "table":
        from coopform.rendering.terminal import console, forms

        return console.as_text(forms.view(compared, Translator(collection.recueil.langue), None))
    document = forms_of_agreement(compared, collection.cases, collection.recueil)
    return as_text(document, fmt, look(session, collection))

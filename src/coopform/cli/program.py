"""The `coopform` command itself: its options, the streams, and the place where every failure ends."""

import os
import sys
from functools import cache
from typing import Annotated, Any

import typer

from coopform.cli import options, streams
from coopform.cli.session import BUG, DONE, INTERRUPTED, Session, session_of
from coopform.cli.typer_group import Group
from coopform.cli.typer_inside import AnyCommand, UsageError, as_failure
from coopform.text import i18n
from coopform.text.i18n import mark
from coopform.version import __version__

PROGRAM = "coopform"
# The variable with which the completion scripts ask for proposals; typer derives the same name from `PROGRAM`.
_COMPLETION = "_COOPFORM_COMPLETE"

app = typer.Typer(
    cls=Group,
    name=PROGRAM,
    help=mark(
        "Territorial co-operations on one grid: list, read, compare and check them, and print sheets for a workshop."
    ),
    epilog=mark("For a command: coopform COMMAND --help"),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    options_metavar=mark("[OPTIONS]"),
    subcommand_metavar=mark("COMMAND [ARGUMENTS]…"),
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _give_version(ctx: typer.Context, asked: bool) -> None:
    """Print the version before typer checks the other options, for which it would load pydantic."""
    if asked and not ctx.resilient_parsing:
        session_of(ctx).give(f"{PROGRAM} {__version__}")
        raise typer.Exit(DONE)


@app.callback()
def coopform(
    ctx: typer.Context,
    cases: options.Cases = None,
    debug: Annotated[bool, typer.Option("--debug", help=mark("Show the details when coopform itself fails."))] = False,
    completion: Annotated[
        str | None,
        typer.Option(
            "--completion",
            metavar=mark("SHELL"),
            help=mark("Print the completion script of commands, IDs and rows for bash, zsh, fish or powershell."),
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 (its callback has answered)
        bool, typer.Option("--version", is_eager=True, callback=_give_version, help=mark("Show the version."))
    ] = False,
) -> int:
    """Keep the options that precede the name of the command."""
    session = session_of(ctx)
    session.cases = cases
    session.debug = debug
    if completion:
        from coopform.cli import option_values, shells

        session.give(shells.script(option_values.choose(completion, shells.SHELLS, "--completion")))
    elif ctx.invoked_subcommand is None:
        session.give(ctx.get_help())
    else:
        return DONE
    raise typer.Exit(DONE)


def main(arguments: list[str] | None = None) -> int:
    """Run coopform and return its exit code; `arguments` are those of the command line when None."""
    streams.prepare()
    session = Session(i18n.Translator(i18n.interface_language(os.environ)))
    try:
        code = _invoke(arguments, session)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.silence()
        return DONE
    except SystemExit as end:
        # Typer exits in two cases: after it printed the proposals of a shell, or when the reader of stdout has gone.
        return end.code if _COMPLETION in os.environ and isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as failure:  # every failure is reported here
        code = INTERRUPTED if _is_interrupt(failure) else _fail(failure, session)
    if code == INTERRUPTED and not session.is_interrupt_said:
        session.say(session.translate("Interrupted. No incomplete file was written."))
    streams.flush_quietly()
    return code


def _invoke(arguments: list[str] | None, session: Session) -> int:
    if _COMPLETION in os.environ:
        from coopform.cli import shells

        shells.register()
    try:
        result: Any = _command().main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=session)
    except UsageError as error:
        raise as_failure(error) from error
    return result if isinstance(result, int) else DONE


@cache
def _command() -> AnyCommand:
    return typer.main.get_command(app)


def _is_interrupt(failure: BaseException | None) -> bool:
    """Return whether an interrupt caused a failure: Python 3.11 turns it into another exception in some places."""
    while failure is not None:
        if isinstance(failure, KeyboardInterrupt):
            return True
        failure = failure.__cause__ or failure.__context__
    return False


def _fail(failure: Exception, session: Session) -> int:
    from coopform.cli.failure_words.say import say_failure

    streams.flush_quietly()
    code = say_failure(session, failure)
    if code is None:
        from coopform.cli import crash_report

        crash_report.report(failure, session)
        return BUG
    return code

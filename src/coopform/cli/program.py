"""The program: languages, streams, commands, and the one place where every failure ends."""

import os
import sys
from typing import Annotated, Any

import typer
from typer._click.exceptions import NoArgsIsHelpError

from coopform.cli import options, streams
from coopform.cli.session import BUG, DONE, INTERRUPTED, MISUSE, Session, session_of
from coopform.cli.translated import Group
from coopform.text import i18n
from coopform.text.i18n import mark
from coopform.version import __version__

PROGRAM = "coopform"
# How the shell's script asks for proposals: typer looks for it.
_COMPLETION = "_COOPFORM_COMPLETE"

app = typer.Typer(
    cls=Group,
    name=PROGRAM,
    help=mark(
        "Territorial co-operations on one grid: list, read, compare, check them, and print sheets for a workshop."
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
    """Give the version before any other option is looked at: typer then has nothing to check by pydantic."""
    if asked and not ctx.resilient_parsing:
        session_of(ctx).give(f"{PROGRAM} {__version__}")
        raise typer.Exit(DONE)


@app.callback()
def coopform(
    ctx: typer.Context,
    cases: options.Cases = None,
    debug: Annotated[
        bool, typer.Option("--debug", help=mark("Show the details of a failure of coopform itself."))
    ] = False,
    completion: Annotated[
        str | None,
        typer.Option(
            "--completion",
            metavar=mark("SHELL"),
            help=mark("Print the script that completes commands, IDs and rows in bash, zsh, fish or powershell."),
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 (its callback has answered)
        bool, typer.Option("--version", is_eager=True, callback=_give_version, help=mark("Show the version."))
    ] = False,
) -> int:
    """Keep what was given before the command's name."""
    session = session_of(ctx)
    session.cases = cases
    session.debug = debug
    if completion:
        session.give(_completion_script(completion))
    elif ctx.invoked_subcommand is None:
        session.give(ctx.get_help())
    else:
        return DONE
    raise typer.Exit(DONE)


def _completion_script(shell: str) -> str:
    from coopform.cli import shells

    return shells.script(options.choose(shell, shells.SHELLS, "--completion"), PROGRAM, _COMPLETION)


def main(arguments: list[str] | None = None) -> int:
    """Run coopform with `arguments`, those of the command line when not given; return the exit code."""
    streams.prepare()
    session = Session(i18n.Translator(i18n.interface_language(os.environ)))
    try:
        code = _invoke(arguments, session)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.silence()
        return DONE
    except SystemExit as end:
        # Typer ends by itself in two cases: the shell got its proposals, or the reader of stdout has gone.
        return end.code if _COMPLETION in os.environ and isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as failure:  # every failure ends here, in words
        code = INTERRUPTED if _is_interrupt(failure) else _fail(failure, session)
    if code == INTERRUPTED:
        session.say(session.translate("Interrupted: nothing is half written."))
    streams.close_quietly()
    return code


def _invoke(arguments: list[str] | None, session: Session) -> int:
    if _COMPLETION in os.environ:
        from coopform.cli import shells

        shells.register()
    command = typer.main.get_command(app)
    result: Any = command.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=session)
    return result if isinstance(result, int) else DONE


def _is_interrupt(failure: BaseException | None) -> bool:
    """Return whether an interrupt is what a failure comes from: Python 3.11 makes others of one in some places."""
    while failure is not None:
        if isinstance(failure, KeyboardInterrupt):
            return True
        failure = failure.__cause__ or failure.__context__
    return False


def _fail(failure: Exception, session: Session) -> int:
    if isinstance(failure, NoArgsIsHelpError):
        session.give(failure.message)
        return MISUSE
    from coopform.cli.errors import word_failure

    worded = word_failure(failure, session.translate)
    if worded is None:
        from coopform.cli import crash_report

        crash_report.report(failure, session)
        return BUG
    streams.close_quietly()
    text, code = worded
    session.say(text)
    return code

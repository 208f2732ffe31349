"""All that coopform uses of typer beyond its public names: the classes of the copy of click inside it.

No other module imports them. They are not documented and change between minor versions of typer.
"""

from pathlib import Path

from typer._click.core import Command as AnyCommand
from typer._click.core import Context, Parameter
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption, UsageError
from typer._click.formatting import HelpFormatter
from typer._click.shell_completion import CompletionItem, ShellComplete, add_completion_class
from typer.core import TyperCommand, TyperGroup, TyperOption

from coopform.failures import CoopformError

__all__ = [
    "AnyCommand",
    "CompletionItem",
    "Context",
    "HelpFormatter",
    "Parameter",
    "ShellComplete",
    "TyperCommand",
    "TyperGroup",
    "TyperOption",
    "UsageError",
    "add_completion_class",
    "as_failure",
    "cases_named",
    "help_of",
    "is_argument",
    "metavar",
]


def is_argument(parameter: Parameter) -> bool:
    """Return whether a parameter is an argument; it is an option otherwise."""
    return parameter.param_type_name == "argument"


def help_of(parameter: Parameter) -> str:
    """Return the explanation of a parameter, not translated; empty when it has none."""
    return str(getattr(parameter, "help", None) or "")


def metavar(parameter: Parameter) -> str:
    """Return the placeholder for a value of a parameter in help, not translated; empty for a flag."""
    return "" if getattr(parameter, "is_flag", False) else str(getattr(parameter, "metavar", None) or "")


def cases_named(context: Context) -> Path | None:
    """Return the folder of cases that was named, for the command or before it."""
    named = context.params.get("cases") or context.find_root().params.get("cases")
    # While arguments are read, some versions of typer have the words as they were typed.
    return Path(named) if named else None


def as_failure(error: UsageError) -> CoopformError:
    """Return an error of typer, whose message is English, as a failure of coopform."""
    from coopform.cli import failures

    command = error.ctx.command_path if error.ctx else "coopform"
    parameter = getattr(error, "param", None)
    name = _name(parameter) if parameter else ""
    match error:
        case NoSuchOption():
            known = error.ctx.command.get_params(error.ctx) if error.ctx else []
            options = [name for option in known if not is_argument(option) for name in option.opts]
            return failures.UnknownOption(error.option_name, options, command)
        case MissingParameter():
            return failures.ValueMissing(name, command, cases_named(error.ctx) if error.ctx else None)
        case BadOptionUsage():
            # One class for both, without a context: only its message shows which.
            takes_value = "does not take a value" not in error.message
            return failures.WrongUseOfOption(error.option_name, takes_value)
    return failures.NotUnderstood(name, command)


def _name(parameter: Parameter) -> str:
    return metavar(parameter) if is_argument(parameter) else parameter.opts[0]

"""Typer's command and group with every word of help in the user's language.

Typer words its help and its usage errors in English inside its own copy of click. These two classes own
the texts instead: help strings are messages, translated when shown; faults are our own exceptions.
"""

from typing import TYPE_CHECKING, Any

import typer
from typer._click.core import Command as ClickCommand
from typer._click.core import Context, Parameter
from typer._click.formatting import HelpFormatter
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup, TyperOption

from coopform.cli.choice_help import worded
from coopform.cli.commands.registry import COMMANDS, function_of
from coopform.cli.session import session_of
from coopform.text.i18n import Translator, mark

if TYPE_CHECKING:
    _Base = ClickCommand
else:
    _Base = object

_HELP = mark("Show this help.")


class _Translated(_Base):
    """What commands and groups share: the sections of a help page."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = _translator(ctx)
        pieces = [self.options_metavar, *map(_argument_name, self.get_params(ctx)), self._more()]
        words = " ".join(t(piece) for piece in pieces if piece)
        formatter.write_usage(ctx.command_path, words, prefix=t("Usage:") + " ")

    def _more(self) -> str:
        return ""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return `--help`, which gives the page as any result is given."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _give_help
        return option

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Return what the shell proposes, explained in the user's language."""
        t = _translator(ctx)
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = t(item.help) if item.help else item.help
        return items

    def format_help_text(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = _translator(ctx)
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(t(self.help))

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = _translator(ctx)
        if self.epilog:
            formatter.write_paragraph()
            formatter.write_text(t(self.epilog))

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = _translator(ctx)
        arguments, options = [], []
        for param in self.get_params(ctx):
            if param.param_type_name == "argument":
                arguments.append((t(_argument_name(param)), t(_help_of(param))))
            elif not getattr(param, "hidden", False):
                options.append((_option_names(param, t), worded(_help_of(param), t)))
        _section(formatter, t("Arguments:"), arguments)
        _section(formatter, t("Options:"), options)


class Command(_Translated, TyperCommand):
    """A command of coopform."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse what was typed; what is left over is our own failure, worded in one place."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            from coopform.cli.errors import ExtraArguments

            raise ExtraArguments(list(rest), ctx.command_path)
        return rest


class Group(_Translated, TyperGroup):
    """`coopform` itself: knows its commands by name and summary, and loads one when it is run or explained."""

    def _more(self) -> str:
        return self.subcommand_metavar

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 (typer's signature)
        """Return the names of the commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> ClickCommand | None:  # noqa: ARG002 (typer's signature)
        """Load a command, if there is one of that name."""
        return _load(cmd_name) if cmd_name in COMMANDS else None

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the options, then the commands with their summaries."""
        super().format_options(ctx, formatter)
        t = _translator(ctx)
        _section(formatter, t("Commands:"), [(name, t(place.summary)) for name, place in COMMANDS.items()])

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, then what any command proposes."""
        t = _translator(ctx)
        found = [
            CompletionItem(name, help=t(place.summary))
            for name, place in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        # Typer's group would load each command for its summary: what stands above it knows of options only.
        options = ClickCommand.shell_complete(self, ctx, incomplete)
        return found + [CompletionItem(item.value, help=t(item.help or "")) for item in options]

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, ClickCommand | None, list[str]]:
        """Find the command; one that does not exist is our own failure."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from coopform.cli.errors import UnknownCommand

            raise UnknownCommand(args[0], list(COMMANDS))
        return super().resolve_command(ctx, args)


def _load(name: str) -> ClickCommand:
    function = function_of(name)
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(name, cls=Command, help=function.__doc__, options_metavar=mark("[OPTIONS]"))(function)
    return typer.main.get_command(app)


def _give_help(ctx: Context, _: Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        session_of(ctx).give(ctx.get_help())  # type: ignore[arg-type]
        ctx.exit()


def _section(formatter: HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    formatter.write_paragraph()
    formatter.write(f"{title}\n")
    with formatter.indentation():
        formatter.write_dl(rows)


def _translator(ctx: Context) -> Translator:
    return session_of(ctx).translate  # type: ignore[arg-type]


def _help_of(param: Parameter) -> str:
    return _HELP if param.name == "help" else str(getattr(param, "help", "") or "")


def _argument_name(param: Parameter) -> str:
    return str(getattr(param, "display_name_raw", "")) if param.param_type_name == "argument" else ""


def _option_names(param: Parameter, t: Translator) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    metavar: Any = getattr(param, "metavar", None)
    return names if getattr(param, "is_flag", False) or not metavar else f"{names} {t(metavar)}"

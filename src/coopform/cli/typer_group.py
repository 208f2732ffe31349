"""Typer's command and group with all help in the user's language.

The help and the usage errors of typer are English. Here help strings are messages, translated when shown, and
usage errors are failures of coopform.
"""

from functools import cache
from typing import TYPE_CHECKING

import typer

from coopform.cli import pasted_quotes
from coopform.cli.choice_help import worded
from coopform.cli.commands.registry import COMMANDS, function_of
from coopform.cli.session import session_of
from coopform.cli.typer_inside import (
    AnyCommand,
    CompletionItem,
    Context,
    HelpFormatter,
    Parameter,
    TyperCommand,
    TyperGroup,
    TyperOption,
    cases_named,
    help_of,
    is_argument,
    metavar,
)
from coopform.failures import CoopformError
from coopform.text.characters import HYPHENS
from coopform.text.i18n import Translator, mark

if TYPE_CHECKING:
    _Base = AnyCommand
else:
    _Base = object

_HELP = mark("Show this help.")


class _Translated(_Base):
    """The sections of a help page, shared by commands and groups."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = session_of(ctx).translate
        arguments = [metavar(param) for param in self.get_params(ctx) if is_argument(param)]
        pieces = [self.options_metavar, *arguments, self._more()]
        words = " ".join(t(piece) for piece in pieces if piece)
        formatter.write_usage(ctx.command_path, words, prefix=t("Usage:") + " ")

    def _more(self) -> str:
        return ""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return `--help`, which prints the page as any other result."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _give_help
        return option

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Return the proposals for the shell, explained in the user's language."""
        t = session_of(ctx).translate
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = t(item.help) if item.help else item.help
        return items

    def format_help_text(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = session_of(ctx).translate
        if self.help:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(t(self.help))

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = session_of(ctx).translate
        if self.epilog:
            formatter.write_paragraph()
            formatter.write_text(t(self.epilog))

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        t = session_of(ctx).translate
        arguments, options = [], []
        for param in self.get_params(ctx):
            if is_argument(param):
                arguments.append((t(metavar(param)), t(_help_of(param))))
            else:
                options.append((_shown_option(param, t), worded(_help_of(param), t)))
        _section(formatter, t("Arguments:"), arguments)
        _section(formatter, t("Options:"), options)


class Command(_Translated, TyperCommand):
    """A command of coopform."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises:
            UnknownOption: one is an option with another dash than two hyphens: `-outil`, or `—outil` pasted from Word.
            ExtraArguments: some are left over.
            MissingOption: the one left over is the value of an option.
        """
        if not ctx.resilient_parsing:
            _refuse_other_dashes(self, ctx, args)
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            from coopform.cli.failures import ExtraArguments
            from coopform.cli.misplaced_words import refuse_misplaced

            known = [param for param in self.get_params(ctx) if is_argument(param) and param.name]
            taken = [str(ctx.params[param.name]) for param in known if param.name]
            failure = ExtraArguments(
                list(rest), ctx.command_path, taken, metavar(known[-1]) if known else "", cases_named(ctx)
            )
            refuse_misplaced(failure, ctx)
            raise failure
        return rest

    def invoke(self, ctx: Context) -> object:
        """Run the command.

        Raises:
            MissingOption: a word in the place of a case is the value of an option.
        """
        try:
            return super().invoke(ctx)
        except CoopformError as failure:
            from coopform.cli.misplaced_words import refuse_misplaced

            refuse_misplaced(failure, ctx)
            raise


class Group(_Translated, TyperGroup):
    """`coopform` itself: has the names and summaries of its commands, and loads one when it is run or explained."""

    def _more(self) -> str:
        return self.subcommand_metavar

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the options that precede the command, after the words in quotation marks are joined.

        Raises:
            UnknownOption: the first is an option with another dash than two hyphens: `-help`.
        """
        if not ctx.resilient_parsing:
            args = pasted_quotes.joined(args)
            _refuse_other_dashes(self, ctx, args[:1])
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 (typer's signature)
        """Return the names of the commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> AnyCommand | None:  # noqa: ARG002 (typer's signature)
        """Load a command; None when there is none of that name."""
        return _load(cmd_name) if cmd_name in COMMANDS else None

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the options, then the commands with their summaries."""
        super().format_options(ctx, formatter)
        t = session_of(ctx).translate
        _section(formatter, t("Commands:"), [(name, t(summary)) for name, summary in COMMANDS.items()])

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin with what was typed, then the options."""
        t = session_of(ctx).translate
        found = [
            CompletionItem(name, help=t(summary)) for name, summary in COMMANDS.items() if name.startswith(incomplete)
        ]
        # Not `super()`: a group of typer loads each command for its summary.
        options = AnyCommand.shell_complete(self, ctx, incomplete)
        return found + [CompletionItem(item.value, help=t(item.help) if item.help else "") for item in options]

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Find the command.

        Raises:
            UnknownCommand: there is none of that name.
            UnknownOption: it is an option with a dash of Word: `–help`.
        """
        if not ctx.resilient_parsing:
            _refuse_other_dashes(self, ctx, args[:1])
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from coopform.cli.failures import UnknownCommand

            raise UnknownCommand(args[0], list(COMMANDS), args[1] if len(args) > 1 else "")
        return super().resolve_command(ctx, args)


def _refuse_other_dashes(command: AnyCommand, ctx: Context, args: list[str]) -> None:
    """Refuse the options that do not begin as typer expects it.

    Raises:
        UnknownOption: one is an option with another dash than two hyphens: `-outil`, or `—outil` pasted from Word.
    """
    options = [name for param in command.get_params(ctx) if not is_argument(param) for name in param.opts]
    for arg in args:
        typed = arg.split("=")[0]
        name = typed.lstrip(HYPHENS)
        dashes = typed.removesuffix(name)
        if dashes in ("", "--") or not name[:1].isalpha() or (typed == f"-{name}" and typed in options):
            continue
        meant = [option for option in (f"-{name}", f"--{name}") if option in options]
        # « –outils » is no option either, and no word begins with such a dash.
        if meant or not dashes.isascii():
            from coopform.cli.failures import UnknownOption

            raise UnknownOption(typed, meant or options, ctx.command_path)


@cache
def _load(name: str) -> AnyCommand:
    """Return a command, whose parameters typer builds once for all runs of a process."""
    function = function_of(name)
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(name, cls=Command, help=function.__doc__, options_metavar=mark("[OPTIONS]"))(function)
    return typer.main.get_command(app)


def _give_help(ctx: Context, _: Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        session_of(ctx).give(ctx.get_help())
        ctx.exit()


def _section(formatter: HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    formatter.write_paragraph()
    formatter.write(f"{title}\n")
    with formatter.indentation():
        formatter.write_dl(rows)


def _help_of(param: Parameter) -> str:
    return _HELP if param.name == "help" else help_of(param)


def _shown_option(param: Parameter, t: Translator) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return f"{names} {t(metavar(param))}" if metavar(param) else names

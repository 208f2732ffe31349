"""How shells ask for proposals and get them. The one place that knows the private parts of typer's completion.

The scripts in `data/completion` hand over what was typed, and take a proposal a line. That of PowerShell is typer's.
"""

import os
from typing import ClassVar

from typer._click.core import Command
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    _resolve_context,
    _resolve_incomplete,
    add_completion_class,
)
from typer._completion_classes import PowerShellComplete
from typer._completion_shared import get_completion_script

from coopform.cli.typed_line import TypedLine, begins, read_line, rest_after
from coopform.text.characters import visible

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_TYPER_SCRIPTS = ("powershell", "pwsh")
# What a PowerShell word may not hold without quotes; it takes typographic quotes for quotes.
_BARE = frozenset("-_./\\+%=")
_SINGLE_QUOTES = "'‘’‚‛"


def script(shell: str, program: str, variable: str) -> str:
    """Return the script for a shell.

    Args:
        shell: one of `SHELLS`.
        program: the name of the program.
        variable: the one by which the script asks for proposals.
    """
    if shell in _TYPER_SCRIPTS:
        return get_completion_script(prog_name=program, complete_var=variable, shell=shell)
    from coopform import resources

    return (resources.data_dir() / "completion" / f"coopform.{shell}").read_text(encoding="utf-8")


def register() -> None:
    """Answer the scripts by the classes of this module."""
    for shell, kind in zip(SHELLS, (_Bash, _Zsh, _Fish, _PowerShell, _PowerShell), strict=True):
        add_completion_class(kind, shell)


class _Shell(ShellComplete):
    """What is proposed in any shell: the words of the line are asked for all their values, which are chosen here."""

    source_template = ""

    def source_vars(self) -> dict[str, str]:
        return {}

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the words that the one at the cursor may become, whole: with `--option=` where it was typed."""
        context = _resolve_context(self.cli, self.ctx_args, self.prog_name, args)
        owner, asked = _resolve_incomplete(context, args, incomplete)
        is_option = isinstance(owner, Command) and asked.startswith("-")
        before = incomplete[: len(incomplete) - len(asked)]
        return [
            CompletionItem(before + item.value, help=_one_line(item.help or ""))
            for item in owner.shell_complete(context, asked if is_option else "")
            # Of files the shell knows best; what cannot be seen is not put on a command line.
            if item.type == "plain" and begins(item.value, asked) and _is_plain(item.value)
        ]

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}"


class _Bash(_Shell):
    name: ClassVar[str] = "bash"
    _typed = TypedLine()

    def get_completion_args(self) -> tuple[list[str], str]:
        self._typed = read_line(os.environ.get("COMP_LINE", ""), os.environ.get("COMP_WORDBREAKS", ""))
        return self._typed.words[1:], self._typed.word

    def format_completion(self, item: CompletionItem) -> str:
        return self._typed.put(item.value)


class _Zsh(_Shell):
    name: ClassVar[str] = "zsh"

    def get_completion_args(self) -> tuple[list[str], str]:
        return os.environ.get("_COOPFORM_BEFORE", "").split("\n")[1:], os.environ.get("_COOPFORM_WORD", "")


class _Fish(_Zsh):
    name: ClassVar[str] = "fish"
    _word = ""

    def get_completion_args(self) -> tuple[list[str], str]:
        words, word = super().get_completion_args()
        self._word = read_line(word).word
        return words, self._word

    def format_completion(self, item: CompletionItem) -> str:
        """Return a proposal that begins as the word: fish leaves out what differs from it by more than case."""
        if item.value.lower().startswith(self._word.lower()):
            return super().format_completion(item)
        return f"{self._word}{rest_after(self._word, item.value)}\t{item.help or item.value}"


class _PowerShell(_Shell, PowerShellComplete):
    name: ClassVar[str] = "powershell"

    def get_completion_args(self) -> tuple[list[str], str]:
        words, word = PowerShellComplete.get_completion_args(self)
        return words, word.lstrip(_SINGLE_QUOTES + '"')

    def format_completion(self, item: CompletionItem) -> str:
        return f"{_quoted_for_powershell(str(item.value))}:::{item.help or ' '}"


def _quoted_for_powershell(value: str) -> str:
    if all(character.isalnum() or character in _BARE for character in value):
        return value
    return "'" + "".join(2 * sign if sign in _SINGLE_QUOTES else sign for sign in value) + "'"


def _is_plain(value: str) -> bool:
    return visible(value) == value and not {"\n", "\t"} & set(value)


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())

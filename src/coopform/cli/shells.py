"""Completion in shells: the scripts in `data/completion` pass what was typed and read one proposal per line."""

import os
from typing import ClassVar

from coopform.cli.typed_line import TypedLine, begins, read_line, rest_after
from coopform.cli.typer_inside import CompletionItem, ShellComplete, add_completion_class
from coopform.text.characters import visible

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
# Characters, besides letters and digits, that a word of PowerShell may contain without quotes.
_BARE = frozenset("-_./\\+%=")
# PowerShell reads typographic quotes as quotes.
_SINGLE_QUOTES = "'‘’‚‛"


def script(shell: str) -> str:
    """Return the completion script for one of `SHELLS`."""
    from coopform import resources

    name = "powershell" if shell == "pwsh" else shell
    return (resources.data_dir() / "completion" / f"coopform.{name}").read_text(encoding="utf-8")


def register() -> None:
    """Let the classes of this module answer the scripts."""
    for kind in (_Bash, _Zsh, _Fish, _PowerShell):
        add_completion_class(kind, kind.name)


class _Shell(ShellComplete):
    """What all shells share: typer gives all values of a parameter, and those that fit are chosen here."""

    source_template = ""

    def source_vars(self) -> dict[str, str]:
        return {}

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the completions of the word at the cursor, with the `--option=` that it begins with."""
        before, typed = "", incomplete
        if incomplete.startswith("-") and "=" in incomplete:
            option, _, typed = incomplete.partition("=")
            before, args = f"{option}=", [*args, option]
        is_option = typed.startswith("-")
        return [
            CompletionItem(before + item.value, help=_one_line(item.help or ""))
            for item in super().get_completions(args, typed if is_option else "")
            # The shell itself completes files. Invisible characters are kept off the command line.
            if item.type == "plain" and begins(item.value, typed) and _is_plain(item.value)
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
        """Return a proposal that begins with the word: fish drops one that differs from it by more than case."""
        if item.value.lower().startswith(self._word.lower()):
            return super().format_completion(item)
        return f"{self._word}{rest_after(self._word, item.value)}\t{item.help or item.value}"


class _PowerShell(_Shell):
    name: ClassVar[str] = "powershell"

    def get_completion_args(self) -> tuple[list[str], str]:
        line, word = read_line(os.environ.get("_COOPFORM_LINE", "")), os.environ.get("_COOPFORM_WORD", "")
        words = line.words if word or not line.word else [*line.words, line.word]
        return words[1:], word.lstrip(_SINGLE_QUOTES + '"')

    def format_completion(self, item: CompletionItem) -> str:
        return f"{_quoted_for_powershell(item.value)}:::{item.help or ' '}"


def _quoted_for_powershell(value: str) -> str:
    if all(character.isalnum() or character in _BARE for character in value):
        return value
    return "'" + "".join(2 * sign if sign in _SINGLE_QUOTES else sign for sign in value) + "'"


def _is_plain(value: str) -> bool:
    return visible(value) == value and not {"\n", "\t"} & set(value)


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())

"""Formats that another command makes: Word, PowerPoint and PDF by `render`, workbooks by `export`."""

from collections.abc import Collection, Sequence
from pathlib import Path

from coopform.cli.as_typed import as_typed
from coopform.cli.option_values import format_named
from coopform.cli.output_names import OFFICE, format_of_name
from coopform.exporting.endings import ENDINGS

# By command: the documents of `coopform render` that are proposed for the formats which it does not make itself.
_DOCUMENTS = {
    "compare": ("comparison",),
    "export": ("booklet", "slides"),
    "forms": ("forms",),
    "list": ("booklet", "slides"),
    "open": ("sheet", "slides"),
    "render": ("sheet", "slides"),
    "show": ("sheet", "slides"),
}
# The name that is proposed for a file of all cases, without its ending.
FILE_OF_ALL = "recueil"
# The commands for which an export is proposed too.
_OF_CASES = ("list", "open", "render", "show")


def refuse_made_elsewhere(
    command: str, asked: str | None, output: Path | None, words: Sequence[str], formats: Collection[str]
) -> None:
    """Name the command that makes a format which this one does not make.

    Args:
        command: the name of this command.
        asked: the format asked for.
        output: the file asked for.
        words: the cases, which the other command takes too.
        formats: those that this command makes.

    Raises:
        OtherCommand: one of these formats is asked for, by the format or by the ending of the file.
    """
    typed = format_named(asked) if asked else format_of_name(output) if output else ""
    if typed in formats or not typed:
        return
    from coopform.cli.failures import OtherCommand
    from coopform.model.handout_kinds import KINDS

    value, cases = output.name if output else asked or "", [*map(as_typed, words)]
    exported = "xlsx" if OFFICE.get(typed) == "" else typed
    if command in _OF_CASES and exported in ENDINGS:
        typed_line = ("coopform export", *cases, f"-o {FILE_OF_ALL}{ENDINGS[exported][0]}")
        raise OtherCommand(value, " ".join(typed_line), instead="" if typed == exported else exported)
    fmt = typed if typed == "html" else OFFICE.get(typed)
    kinds = _DOCUMENTS.get(command)
    if not fmt or not kinds:
        return
    kind = next((kind for kind in kinds if fmt in KINDS[kind].formats), "")
    made = fmt if kind else "pdf"
    typed_line = ("coopform render", *cases, f"--document {kind or kinds[0]} --format {made}")
    raise OtherCommand(value, " ".join(typed_line), instead="" if kind and typed == fmt else made)

"""The modules that a command imports: everyday commands import only what they need."""

import inspect
import os
import subprocess
import sys

import pytest

from coopform.cli.commands.registry import COMMANDS, function_of, module_of
from tests.support.places import ROOT

# Runs coopform like its console script, then prints the imported modules.
_PROGRAM = """
import sys
from coopform.cli.main import main
code = main()
sys.stdout.write("\\n".join(["", "modules:", *sys.modules]))
sys.exit(code)
"""

MODELS = {
    "coopform.model.case",
    "coopform.model.vocabulary",
    "coopform.collection.collection",
    "coopform.problems.catalogue",
}
SHEETS = {
    "jinja2",
    "markupsafe",
    "coopform.handouts.documents",
    "coopform.rendering.pages.environment",
    "coopform.outputs.folder",
}
FOREIGN = {"docx", "pptx", "openpyxl", "odfdo", "lxml", "weasyprint", "markdown_it"}
OTHERS = set(map(module_of, COMMANDS))


def loaded(*arguments: str) -> set[str]:
    environment = {**os.environ, "COOPFORM_LANG": "fr"}
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    return set(run.stdout.decode().partition("\nmodules:\n")[2].split("\n"))


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_version_and_the_help_load_no_command(option: str) -> None:
    modules = loaded(option)
    assert "coopform.cli.main" in modules
    assert not modules & (MODELS | SHEETS | FOREIGN | OTHERS | {"yaml", "rich", "pydantic", "json", "tempfile"})


@pytest.mark.parametrize(
    ("arguments", "needless"),
    [
        (
            ["list", "--format", "ids"],
            {"rich", "coopform.rendering.terminal", "coopform.cli.failure_words", "coopform.cli.crash_report"},
        ),
        (["show", "tridan"], {"coopform.cli.failure_words", "coopform.cli.crash_report", "coopform.authoring.schema"}),
        (["forms", "entente"], {"coopform.cli.failure_words", "coopform.finding.search"}),
        (
            ["check"],
            {
                "rich",
                "coopform.comparing.comparison",
                "coopform.finding.search",
                "coopform.cli.failure_words",
                "coopform.problems.examples",
            },
        ),
    ],
    ids=["list", "show", "forms", "check"],
)
def test_a_command_loads_what_it_needs(arguments: list[str], needless: set[str]) -> None:
    modules = loaded(*arguments)
    command = f"coopform.cli.commands.{arguments[0]}"
    assert {command, "coopform.collection.collection"} <= modules
    assert not modules & (SHEETS | FOREIGN | needless | OTHERS - {command})


def test_the_summary_of_a_command_begins_its_help() -> None:
    for name, summary in COMMANDS.items():
        paragraph = (inspect.getdoc(function_of(name)) or "").split("\n\n")[0]
        assert " ".join(paragraph.split()) == summary

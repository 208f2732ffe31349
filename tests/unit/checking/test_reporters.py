"""Problems for programs: GitHub annotations, SARIF, files, and the choice of codes."""

import json
from pathlib import Path

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from tests.support.running import Coopform

BROKEN = "titre: Un\noutil: Entente\nenjeu: Deux\nobjet: \u202etrois\n"


@pytest.fixture
def broken(workshop: Path) -> Path:
    """A folder with a broken file whose name has special characters of the reports."""
    path = workshop / "cases" / "a,b%é:c.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_github_annotations(coopform: Coopform, broken: Path) -> None:
    lines = coopform("check", "--format", "github").out.splitlines()
    place = "file=cases/a%2Cb%25é%3Ac.yaml,line=3,col=1,endLine=3,endColumn=6,title=misspelt-key"
    assert f"::error {place}::The key “enjeu” does not exist.%0AType “enjeux”." in lines
    assert sum(line.startswith("::warning ") for line in lines) >= 1
    assert all("\u202e" not in line for line in lines)


def test_sarif_is_valid_against_its_schema(coopform: Coopform, broken: Path) -> None:
    run = coopform("check", "--format", "sarif")
    log = json.loads(run.out)
    Sarif.model_validate(log)
    result = next(result for result in log["runs"][0]["results"] if result["ruleId"] == "misspelt-key")
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "misspelt-key"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "cases/a%2Cb%25%C3%A9%3Ac.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 6}


def test_sarif_without_problems_is_valid_too(coopform: Coopform, workshop: Path) -> None:
    log = json.loads(coopform("check", "--format", "sarif").out)
    Sarif.model_validate(log)
    assert log["runs"][0]["results"] == []


@pytest.mark.parametrize("fmt", ["text", "json", "github", "sarif"])
def test_a_report_may_go_to_a_file(coopform: Coopform, broken: Path, workshop: Path, fmt: str) -> None:
    shown = coopform("check", "--format", fmt)
    run = coopform("check", "--format", fmt, "--output", "report")
    assert (run.code, run.out, run.err) == (1, "", "Written: report\n")
    assert (workshop / "report").read_text(encoding="utf-8") == shown.out
    assert coopform("check", "--format", fmt, "--output", "report").code == 2
    assert coopform("check", "--format", fmt, "--output", "report", "--force").code == 1


def test_codes_are_selected_and_ignored(coopform: Coopform, broken: Path) -> None:
    def codes(*arguments: str) -> set[str]:
        return {problem["code"] for problem in json.loads(coopform("check", "--format", "json", *arguments).out)}

    everything = codes()
    assert {"misspelt-key", "hidden-character"} <= everything
    assert codes("--select", "misspelt-key") == {"misspelt-key"}
    assert codes("--ignore", "misspelt-key") == everything - {"misspelt-key"}
    assert coopform("check", "--ignore", "misspelt-key").code == 0
    assert coopform("check", "--select", "hidden-character", "--strict").code == 1


def test_an_unknown_code_gets_the_nearest(coopform: Coopform, workshop: Path) -> None:
    run = coopform("check", "--select", "misspelt")
    assert run.code == 2
    assert run.err == "There is no problem code “misspelt”. The nearest: misspelt-key.\n"

"""The messages of failures to import documents."""

from collections.abc import Iterable

from coopform.cli.failure_words.by_class import words
from coopform.importing.failures import LabelsReason, LabelsUnusable, Limit, UnreadableDocument, UnreadableReason
from coopform.model.grid import GRID
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator
from coopform.text.languages import USAGE

_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")


@words.register
def _unreadable_document(failure: UnreadableDocument, t: Translator) -> str:
    reasons: dict[UnreadableReason, str] = {
        "kind": t("coopform does not read files of this kind. Save it as .docx, .odt, .html or .txt."),
        "picture": t("coopform reads neither PDF files nor pictures. Copy the text into a Word document (.docx)."),
        "broken": t("the file is damaged. Open it in its own program, save it again, and try again."),
        "password": t("the file is protected by a password. Save it without one, and try again."),
        "data": t("it contains no cases: neither a list “cases” nor a key “titre” was found in it."),
        "bomb": t("the file is larger than any document of a workshop: it was not opened."),
        "old": t("this format is too old. Open the file and save it as .docx, .pptx, .xlsx or .odt."),
        "empty": t("the file contains no text. If it is a scan, copy its text into a document."),
        "library": t(
            "the library that reads it is not installed. Install it: {command}",
            command='pip install "coopform[office]"',
        ),
        "blank": t("the sheet is blank: none of its rows is filled in."),
        "draft": t("it is the draft of an agreement that coopform made. Import the sheet of the case instead."),
        "few": t(
            "its labels are also those of other documents, and little in it shows that it is a co-operation. If it is "
            "one, give its parts the labels of the grid: {rows}.",
            rows=", ".join(t(rubric.label) for rubric in GRID),
        ),
        "scarce": t.plural(
            "only {count} label ({labels}) is one of the grid.",
            "only {count} labels ({labels}) are those of the grid.",
            len(failure.labels),
            labels=_listed(failure.labels),
        )
        + " "
        + t(
            "If it is a co-operation, give its other parts those of their rows: {rows}.",
            rows=", ".join(t(rubric.label) for rubric in GRID),
        ),
        "no-documents": t("there is no document in this folder. Give another folder, or files."),
        "nothing": t(
            "no row of the grid was found in it. Give its parts the labels of the grid (Enjeux, Ambitions, Objet…), "
            "each on a line of its own or in the first column of a table."
        ),
    }
    reason = reasons[failure.reason]
    if failure.reason == "kind" and failure.path.suffix.lower() in _ARCHIVES:
        reason = t("it is an archive. Extract what is in it (right click, Extract all), and import that folder.")
    said = t("“{path}” was not imported:", path=shown_name(failure.path)) + " " + reason
    if failure.limit:
        said += " " + _limit(failure.limit, failure.most, t)
    if failure.labels and failure.reason != "scarce":
        said += " " + t("Labels found: {labels}.", labels=_listed(failure.labels))
    if failure.columns:
        said += " " + t("Headings found: {headings}.", headings=_listed(failure.columns))
    return said


@words.register
def _labels_unusable(failure: LabelsUnusable, t: Translator) -> str:
    reasons: dict[LabelsReason, str] = {
        "text": t("it cannot be read as text."),
        "yaml": t("line {line} is not written as YAML. Write “key: [label, label]”.", line=failure.line),
        "form": t("it contains no keys. Write “enjeux: [label, label]” for each key."),
        "key": t("“{key}” is not a key of a case.", key=visible(failure.what)),
        "list": t("“{key}” needs a list of labels: “{key}: [label, label]”.", key=visible(failure.what)),
        "twice": t("the label “{label}” is under two keys. Keep it under one.", label=visible(failure.what)),
    }
    near = " " + t("Did you mean “{name}”?", name=failure.near) if failure.near else ""
    return (
        t("The labels of “{path}” cannot be used:", path=shown_name(failure.path)) + f" {reasons[failure.reason]}{near}"
    )


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(visible(text) for text in texts)


def _limit(limit: Limit, most: int, t: Translator) -> str:
    """Return what a document has too much of, and what to do."""
    shown_most = most // 1_000_000 if limit in ("size", "bytes") else most
    count = f"{shown_most:,}".replace(",", USAGE[t.language].thousands)
    met: dict[Limit, str] = {
        "tags": t("It has more than {count} tags.", count=count),
        "attributes": t("A tag in it has more than {count} characters.", count=count),
        "lines": t("It has more than {count} paragraphs and cells.", count=count),
        "cells": t("A table in it has more than {count} cells.", count=count),
        "rows": t("A sheet in it has more than {count} rows.", count=count),
        "characters": t("A cell in it has more than {count} characters.", count=count),
        "values": t("It has more than {count} values.", count=count),
        "levels": t("It has more than {count} nested levels.", count=count),
        "shapes": t("It has more than {count} shapes.", count=count),
        "parts": t("It has more than {count} parts.", count=count),
        "size": t("It has more than {count} MB.", count=count),
        "bytes": t("Without its pictures it has more than {count} MB.", count=count),
        "ratio": t("It unpacks to more than {count} times its size.", count=count),
    }
    return met[limit] + " " + t("Save its parts as several files.")

"""The messages of failures to make handouts, and to import and export documents."""

from collections.abc import Iterable

from coopform.cli.failure_words.by_class import words
from coopform.exporting.failures import CellTooLong
from coopform.extras import ExtraMissing
from coopform.importing.failures import LabelsUnusable, UnreadableDocument
from coopform.model.grid import GRID
from coopform.rendering.pages.look import LogoUnreadable, ModelUnreadable
from coopform.rendering.pages.template_folder import TemplateFailure
from coopform.rendering.pdf.engines import EngineMissing, PrintFailed
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator
from coopform.text.languages import USAGE
from coopform.text.typography import shorten


@words.register
def _template_failure(failure: TemplateFailure, t: Translator) -> str:
    place = f"{shown_name(failure.path)}:{failure.line}: "
    if failure.reason in ("undefined", "not-given"):
        name = shown_name(failure.detail)
        wrong = {
            "undefined": t("the template uses “{name}”, which does not exist.", name=name),
            "not-given": t("the template uses “{name}”, which is not available to templates.", name=name),
        }[failure.reason]
        what_to_do = t("Correct the name, or remove this file: the shipped template is then used.")
    else:
        wrong = {
            "page": t("the page made by the template is larger than 20 MB."),
            "repetition": t("the template repeats a text or a list to more than 1 MB."),
            "steps": t("the loops of the template over range() take more than a million steps."),
        }.get(failure.reason) or t("the template cannot be used ({detail}).", detail=visible(failure.detail))
        what_to_do = t("Correct this line, or remove this file: the shipped template is then used.")
    return f"{place}{wrong} {what_to_do}"


@words.register
def _logo_unreadable(failure: LogoUnreadable, t: Translator) -> str:
    what, line = shorten(shown_name(failure.what), 60), failure.line
    reasons = {
        "missing": t("there is no such file. Put it in the folder of cases, or delete the line “logo”."),
        "kind": t("this is not a picture. Save it as PNG, JPEG or SVG."),
        "outside": t("it is outside the folder of cases. Put it in that folder."),
        "size": t("it is larger than 2 MB. Save it smaller."),
        "pixels": t("it has more than 25 million pixels. Save it smaller."),
        "content": t("its content is not of the kind that its name says. Save it again as PNG, JPEG or SVG."),
        "active": t(
            "it contains something other than a picture: {what}, line {line}. Save it as PNG.", what=what, line=line
        ),
        "reference": t(
            "it refers to something outside itself: {what}, line {line}. Put that in the file, or save it as PNG.",
            what=what,
            line=line,
        ),
        "drawing": t("it contains too many shapes, or repeats them endlessly. Save it as PNG."),
    }
    return t("The logo “{path}” cannot be used:", path=shown_name(failure.path)) + " " + reasons[failure.reason]


@words.register
def _model_unreadable(failure: ModelUnreadable, t: Translator) -> str:
    said = t("The styles of “{path}” cannot be used:", path=shown_name(failure.path)) + " "
    if failure.reason == "size":
        return said + t("it is too large. Save an empty document with these styles.")
    return said + t("this is not a Word document. Save it again as .docx, or remove it.")


@words.register
def _engine_missing(failure: EngineMissing, t: Translator) -> str:
    if failure.asked == "browser":
        return t(
            "No browser that prints PDF was found. Install Edge, Chrome or Chromium, or give the path of one in the "
            "variable COOPFORM_BROWSER."
        )
    install = 'pip install "coopform[pdf]"'
    said = ""
    if failure.detail:
        said = t("WeasyPrint is installed, but its libraries cannot be loaded ({detail}).", detail=failure.detail) + " "
    if failure.asked == "weasyprint":
        return said + t("WeasyPrint cannot print here. Install it: {command}", command=install)
    return said + t(
        "No program on this computer can print PDF. Install Edge, Chrome or Chromium, or WeasyPrint: {command}. "
        "Meanwhile, the HTML pages can be opened and printed from any browser.",
        command=install,
    )


@words.register
def _print_failed(failure: PrintFailed, t: Translator) -> str:
    return t(
        "{engine} produced no PDF ({detail}). Try the other engine: --pdf-engine {other}.",
        engine=failure.engine,
        detail=visible(failure.detail),
        other="browser" if failure.engine == "weasyprint" else "weasyprint",
    )


@words.register
def _extra_missing(failure: ExtraMissing, t: Translator) -> str:
    install = f'pip install "coopform[{failure.name}]"'
    return t("This format needs a library that is not installed. Install it: {command}", command=install)


@words.register
def _unreadable_document(failure: UnreadableDocument, t: Translator) -> str:
    reasons = {
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
    said = t("“{path}” was not imported:", path=shown_name(failure.path)) + " " + reasons[failure.reason]
    if failure.limit:
        said += " " + _limit(failure, t)
    if failure.labels and failure.reason != "scarce":
        said += " " + t("Labels found: {labels}.", labels=_listed(failure.labels))
    if failure.columns:
        said += " " + t("Headings found: {headings}.", headings=_listed(failure.columns))
    return said


@words.register
def _labels_unusable(failure: LabelsUnusable, t: Translator) -> str:
    reasons = {
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


def _limit(failure: UnreadableDocument, t: Translator) -> str:
    """Return what a document has too much of, and what to do."""
    most = failure.most // 1_000_000 if failure.limit in ("size", "bytes") else failure.most
    count = f"{most:,}".replace(",", USAGE[t.language].thousands)
    met = {
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
    return met[failure.limit] + " " + t("Save its parts as several files.")


@words.register
def _cell_too_long(failure: CellTooLong, t: Translator) -> str:
    return t(
        "“{key}” of “{case}” is longer than a cell of a workbook can contain ({limit} characters): nothing was "
        "written. Choose another format, such as --format json.",
        key=failure.key,
        case=failure.case,
        limit=failure.limit,
    )

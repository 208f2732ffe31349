"""The messages of failures to make handouts."""

from coopform.cli.failure_words.by_class import words
from coopform.extras import ExtraMissing
from coopform.rendering.pages.look import LogoReason, LogoUnreadable, ModelUnreadable
from coopform.rendering.pages.template_folder import TemplateFailure, TemplateReason
from coopform.rendering.pdf.engines import EngineMissing, PrintFailed
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator
from coopform.text.typography import shorten


@words.register
def _template_failure(failure: TemplateFailure, t: Translator) -> str:
    place = shown_name(failure.path) + (f":{failure.line}: " if failure.line else ": ")
    name = shown_name(failure.detail)
    reasons: dict[TemplateReason, str] = {
        "undefined": t("the template uses “{name}”, which does not exist.", name=name),
        "not-given": t("the template uses “{name}”, which is not available to templates.", name=name),
        "unfit": t(
            "the template does not fit the shipped ones ({detail}). Perhaps it is a copy from another version.",
            detail=visible(failure.detail),
        ),
        "page": t("the page made by the template is larger than 20 MB."),
        "repetition": t("the template repeats a text or a list to more than 1 MB."),
        "steps": t("the loops of the template over range() take more than a million steps."),
        "depth": t("the template has too many levels, or uses itself without end."),
        "other": t("the template cannot be used ({detail}).", detail=visible(failure.detail)),
    }
    if failure.reason in ("undefined", "not-given"):
        what_to_do = t("Correct the name, or remove this file: the shipped template is then used.")
    elif failure.reason == "unfit":
        what_to_do = t(
            "Make your changes again in a new copy (coopform templates {name} --force keeps the old one), or remove "
            "this file: the shipped template is then used.",
            name=shown_name(failure.path.name),
        )
    else:
        what_to_do = t("Correct this line, or remove this file: the shipped template is then used.")
    return f"{place}{reasons[failure.reason]} {what_to_do}"


@words.register
def _logo_unreadable(failure: LogoUnreadable, t: Translator) -> str:
    what, line = shorten(shown_name(failure.what), 60), failure.line
    reasons: dict[LogoReason, str] = {
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

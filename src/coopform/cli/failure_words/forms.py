"""The words of a failure to find the forms of agreement that were asked for."""

from coopform.cli.failure_words.by_class import words
from coopform.cli.failure_words.hints import perhaps
from coopform.model.form_lookup import AmbiguousForm, UnknownForm
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator


@words.register
def _unknown_form(failure: UnknownForm, t: Translator) -> str:
    said = t("There is no form of agreement “{name}”.", name=shown_name(failure.name))
    if failure.near:
        return said + perhaps(failure.near, t)
    return said + " " + t("The forms are: {names}.", names=", ".join(failure.names))


@words.register
def _ambiguous_form(failure: AmbiguousForm, t: Translator) -> str:
    names = ", ".join(failure.candidates)
    return t(
        "Several forms match “{name}”: {names}. Type more of the name.", name=shown_name(failure.name), names=names
    )

"""The words that the scripts of the library show, from the catalogue."""

from coopform.text.i18n import Translator, mark
from coopform.text.typography import semicolon, shown

# By the name that scripts use; a pair is a singular and a plural. Scripts fill in `{names}`.
_WORDS: dict[str, str | tuple[str, str]] = {
    "all": (mark("{count} sheet in all"), mark("{count} sheets in all")),
    "found": (mark("{count} sheet found out of {total}"), mark("{count} sheets found out of {total}")),
    "nothing": mark("No sheet has all of this, even without one of these words or filters: clear them all."),
    "loosen": mark("No sheet has all of this. Drop one of these:"),
    "without": (mark("without {what}: {count} sheet"), mark("without {what}: {count} sheets")),
    "quoted": mark("“{words}”"),
    "filter": mark("{facet}: {value}"),
    "removeFilter": mark("Remove the filter {filter}"),
    "clear": mark("Clear all"),
    "moreValues": (mark("{count} more value"), mark("{count} more values")),
    "fewerValues": mark("Fewer values"),
    "moreCases": (mark("Show more ({count} sheet left)"), mark("Show more ({count} sheets left)")),
    "morePassages": (mark("and {count} more passage"), mark("and {count} more passages")),
    "read": mark("Read"),
    "sheet": mark("The sheet, to print"),
    "choose": mark("Compare"),
    "chosen": (mark("{count} sheet chosen"), mark("{count} sheets chosen")),
    "oneMore": mark("choose one more to compare"),
    "full": mark("six at most"),
    "compare": mark("Put side by side"),
    "empty": mark("Choose none"),
    "takeOut": mark("No longer compare {title}"),
    "sideBySide": mark("The sheets side by side"),
    "synthesis": mark("Synthesis"),
    "toFill": mark("To be filled in"),
    "shared": mark("Words that several sheets share:"),
    "noneShared": mark("These sheets share none of the recurring words."),
    "copied": mark("Copied: paste it into Word, LibreOffice or a spreadsheet."),
    "notCopied": mark("The browser did not let it be copied: select the table and copy it."),
    "tooMany": mark("Six sheets at most are compared: these are the first six of this address."),
    "lost": (
        mark("{count} part of this address is not in this library."),
        mark("{count} parts of this address are not in this library."),
    ),
}


def library_words(translate: Translator) -> dict[str, str | list[str]]:
    """Return the words in a language, by the name that scripts use."""
    words: dict[str, str | list[str]] = {
        name: translate(words) if isinstance(words, str) else [translate(form) for form in words]
        for name, words in _WORDS.items()
    }
    return {**words, "semicolon": shown(semicolon(translate.language), translate.language)}

"""The messages of failures to find the cases asked for."""

import os
from collections.abc import Sequence
from pathlib import Path

from coopform.cli.as_typed import as_typed
from coopform.cli.failure_words.by_class import words
from coopform.cli.failure_words.french_names import means_all
from coopform.cli.failure_words.hints import in_folder, near_path, no_case, perhaps
from coopform.cli.failures import CollectionInCases, NoCollection, NotEnoughCases, NothingToRender, TooManyCases
from coopform.collection.collection import errors
from coopform.collection.folder import FolderMissing
from coopform.collection.lookup import AmbiguousCase, BrokenCase, FolderNamed, NotSeparated, RecueilNamed, UnknownCase
from coopform.problems import messages
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator

# Nobody reads more IDs in a message.
_MOST_NAMED = 40


@words.register
def _unknown_case(failure: UnknownCase, t: Translator) -> str:
    said = t("There is no case “{name}”.", name=shown_name(failure.name))
    if means_all(failure.name):
        return said + " " + t("All the cases: --all for compare and pack, no name at all for the other commands.")
    if failure.near:
        return said + perhaps(failure.near, t)
    if failure.ids:
        return said + " " + _known(failure.ids, failure.folder, t)
    return said + " " + no_case(failure.folder, t)


def _known(ids: Sequence[str], folder: Path, t: Translator) -> str:
    names = ", ".join(ids[:_MOST_NAMED])
    if len(ids) <= _MOST_NAMED:
        return t("The cases are: {names}.", names=names)
    # The command ends the sentence: a full stop would be typed with it.
    names += " " + _others(len(ids) - _MOST_NAMED, folder, t)
    return t("The cases are: {names}.", names=names).removesuffix(".")


def _others(count: int, folder: Path, t: Translator) -> str:
    return t("… and {count} more: {command}", count=count, command=in_folder("coopform list", folder))


@words.register
def _ambiguous_case(failure: AmbiguousCase, t: Translator) -> str:
    names = ", ".join(failure.candidates)
    return t(
        "“{name}” matches several cases: {names}. Type more of the ID.", name=shown_name(failure.name), names=names
    )


@words.register
def _not_separated(failure: NotSeparated, t: Translator) -> str:
    return t(
        "These seem to be meant: {names}. Type IDs with a space and no word between them; a title of several words "
        "goes between straight quotes.",
        names=" ".join(failure.ids),
    )


@words.register
def _folder_named(failure: FolderNamed, t: Translator) -> str:
    return t(
        "“{path}” is a folder, not a case. Give a case; a folder of cases goes after --cases.",
        path=shown_name(failure.path),
    )


@words.register
def _recueil_named(failure: RecueilNamed, t: Translator) -> str:
    return t(
        "“{path}” presents the collection: it is not a case. To change it: coopform edit _recueil",
        path=shown_name(failure.path),
    )


@words.register
def _broken_case(failure: BrokenCase, t: Translator) -> str:
    lines = []
    for problem in errors(failure.file.problems):
        lines.append(f"{messages.place(problem)}: {messages.message(problem, t)}")
        lines.append("  " + t("help:") + " " + messages.help_line(problem, t))
    return "\n".join(lines)


@words.register
def _folder_missing(failure: FolderMissing, t: Translator) -> str:
    path = shown_name(failure.folder)
    if failure.folder.is_file():
        return t("“{path}” is a file, and --cases takes a folder. Give the one that it is in.", path=path)
    said = t("The folder of cases “{path}” does not exist or cannot be read. Check its name.", path=path)
    said += near_path(failure.folder, t) if not failure.folder.exists() else ""
    if os.environ.get("COOPFORM_CASES") == str(failure.folder):
        said += " " + t("It is the one that the variable {name} gives.", name="COOPFORM_CASES")
    return said


@words.register
def _no_collection(_: NoCollection, t: Translator) -> str:
    return t(
        "You have no folder of cases here. Go to the folder that contains cases/, or give its path with --cases. "
        "To create one: coopform init"
    )


@words.register
def _not_enough_cases(failure: NotEnoughCases, t: Translator) -> str:
    if failure.every:
        return t(
            "A comparison needs at least two cases, and this folder does not contain two. To create one: {command}",
            command=in_folder("coopform new", failure.folder),
        )
    if failure.count:
        return t("A comparison needs at least two cases. Add another ID, or --all for all of them.")
    return t("Which cases? Give at least two IDs, or --all for all of them.")


@words.register
def _collection_in_cases(failure: CollectionInCases, t: Translator) -> str:
    command = f"coopform new --cases {as_typed(failure.path)}"
    return t(
        "“{path}” is the folder of cases of a collection: nothing was created in it. To create a case: {command}",
        path=shown_name(failure.path),
        command=command,
    )


@words.register
def _nothing_to_render(failure: NothingToRender, t: Translator) -> str:
    return no_case(failure.folder, t)


@words.register
def _too_many_cases(failure: TooManyCases, t: Translator) -> str:
    count, titles = len(failure.titles), list(failure.titles.items())
    lines = [
        t("The folder contains {count} cases, more than a group reads in a day.", count=count),
        t("Which ones? Give their IDs, or --all for all of them:"),
        *(f"  {identifier}  {title}" for identifier, title in titles[:_MOST_NAMED]),
    ]
    if count > _MOST_NAMED:
        lines.append("  " + _others(count - _MOST_NAMED, failure.folder, t))
    return "\n".join(lines)

"""French words that people type for names of commands and options, which are English and not like them."""

from collections.abc import Sequence

from coopform.text.characters import HYPHENS
from coopform.text.folding import fold

_COMMANDS = {
    "montre": "show", "montrer": "show", "affiche": "show", "afficher": "show", "voir": "show", "fiche": "show",
    "fiches": "list", "chercher": "list", "rechercher": "list", "verifie": "check", "verifier": "check",
    "controler": "check", "corriger": "check", "nouveau": "new", "nouvelle": "new", "creer": "new", "modifier": "edit",
    "editer": "edit", "ouvre": "open", "ouvrir": "open", "imprimer": "render", "produire": "render",
    "outils": "forms", "kit": "pack", "atelier": "pack", "preparer": "pack", "modeles": "templates", "recueil": "init",
    "commencer": "init", "aide": "--help", "help": "--help", "?": "--help", "/?": "--help",
    "/h": "--help", "/help": "--help", "/aide": "--help", "man": "--help", "version": "--version",
}  # fmt: skip
# Words for all cases, which some commands take without a name, and others by `--all`.
_ALL = frozenset(("all", "tout", "tous", "toute", "toutes"))
# The first that a command has is the one that is meant.
_OPTIONS = {
    "aide": ("--help",),
    **dict.fromkeys(_ALL, ("--all",)),
    "personne": ("--people",), "personnes": ("--people",), "participant": ("--people",), "participants": ("--people",),
    "debut": ("--start",), "heure": ("--start",), "duree": ("--duration",), "groupe": ("--groups",),
    "dossier": ("--output", "--into", "--cases"), "sortie": ("--output", "--into"), "fichier": ("--output",),
    "vers": ("--into", "--output"), "dans": ("--into", "--output"), "fiche": ("--cases",), "fiches": ("--cases",),
    "output": ("--into",), "o": ("--into",),
    "essai": ("--dry-run",), "simulation": ("--dry-run",), "remplacer": ("--force",), "ecraser": ("--force",),
    "rubrique": ("--row",), "rubriques": ("--row",), "ligne": ("--row",), "lignes": ("--row",),
    "tri": ("--sort",), "trier": ("--sort",), "ordre": ("--sort",), "classer": ("--sort",),
    "corriger": ("--fix",), "correction": ("--fix",), "corrections": ("--fix",), "reparer": ("--fix",),
    "expliquer": ("--explain",), "explique": ("--explain",), "explication": ("--explain",),
    "choisir": ("--select",), "seulement": ("--select",), "vierge": ("--blank",), "vide": ("--blank",),
    "nous": ("--with-us",), "avec-nous": ("--with-us",), "moteur": ("--pdf-engine",),
}  # fmt: skip


def means_all(typed: str) -> bool:
    """Return whether a name or an option asks for all cases."""
    return fold(typed.lstrip(HYPHENS)) in _ALL


def asks_for_language(option: str) -> bool:
    """Return whether an option asks for the language of the messages."""
    return fold(option.lstrip(HYPHENS)) in ("lang", "langue", "language", "fr", "en", "french", "francais")


def command_meant(typed: str) -> str:
    """Return the command, or the option of `coopform` itself, that is meant by a word; the word, if it is none."""
    return _COMMANDS.get(fold(typed), fold(typed))


def option_meant(typed: str, options: Sequence[str]) -> str:
    """Return the option of a command that is meant by a word; if it is none of them, the word after plain hyphens."""
    word = typed.lstrip(HYPHENS)
    for name in _OPTIONS.get(fold(word), ()):
        if name in options:
            return name
    return f"-{word}" if len(word) == 1 else f"--{word}"

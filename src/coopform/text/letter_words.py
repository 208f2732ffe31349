"""The words that open and close a letter or an e-mail: « Madame, Monsieur, », « Bien cordialement, Jeanne »."""

import re

_PEOPLE = r"(?: à (?:vous|tous|toutes)(?: et à tous| et tous)?)?"
_GREETINGS = (
    r"(?:bien |très )?(?:cordialement|amicalement|sincèrement|respectueusement|chaleureusement)(?: vôtre| à vous)?",
    r"(?:bien |très )?à (?:vous|toi)",
    r"(?:bien )?cdl?t",
    r"à (?:très )?bientôt",
    r"(?:en (?:vous|te) remerciant|merci) (?:d[’']|par )avance",
    r"(?:(?:avec )?(?:mes|nos) )?(?:meilleures |sincères |cordiales )?salutations(?: distinguées| cordiales)?",
    rf"bonne (?:réception|lecture|journée|fin de journée|soirée){_PEOPLE}",
    r"(?:avec )?(?:tous )?(?:mes|nos) (?:sincères |vifs )?remerciements",
    r"(?:kind |best |warm )?regards",
    r"best wishes",
    r"(?:yours )?(?:sincerely|faithfully)",
)
# What begins a closing sentence.
_SENTENCES = (
    r"(?:je vous prie|nous vous prions) (?:d[’']agréer|de croire|de recevoir)",
    r"veuillez (?:agréer|recevoir)",
    r"dans l[’']attente de (?:votre|vous|ta|te)",
    r"(?:je reste|nous restons|(?:en )?restant) à (?:votre|ta) disposition",
    r"fait à [^\d]{2,40}, le \d",
)
_LONGEST = 200
_NAME = r"(?-i:[A-ZÀ-Þ])[\w.,’'-]*(?:\s[\w.,’'-]+){0,6}"
_CLOSING = re.compile(
    rf"--|(?:{'|'.join(_GREETINGS)})\s?[,.!]?(?:\s?(?:[–—-]\s)?{_NAME})?|(?:{'|'.join(_SENTENCES)}).*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:bonjour|bonsoir)(?: à (?:vous|tous|toutes)(?: et à tous| et tous)?| [A-ZÀ-Þ][\w-]+)?\s?[,!.]?"
    r"|(?:bonjour|bonsoir)\b.{0,50}[,!]"
    r"|(?:madame|monsieur|mesdames|messieurs)(?:,? (?:la|le|et|madame|monsieur|mesdames|messieurs)\b.{0,60})?\s?[,!]"
    r"|(?:chers?|chères?|dear)\b.{0,50}[,!]",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(r"\s*(?:p\.? ?[js]\.?|pièces? jointes?|copies? à)\s*:.*", re.IGNORECASE)


def is_opening(line: str) -> bool:
    """Return whether a line greets the reader of a letter."""
    return _OPENING.fullmatch(line.strip()[:_LONGEST]) is not None


def is_below_closing(line: str) -> bool:
    """Return whether a line says what is enclosed, or is a postscript."""
    return _ENCLOSED.match(line[:_LONGEST]) is not None


def is_closing(line: str) -> bool:
    """Return whether a line closes a letter, also with the name of its author."""
    text = line.strip()
    return len(text) <= _LONGEST and _CLOSING.fullmatch(text) is not None

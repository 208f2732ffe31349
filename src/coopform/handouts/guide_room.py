"""How the guide is set so that it is one page, and the titles in its table of groups.

Lengths are in millimetres, sizes of type in points; `guide.css` has the same.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from coopform.handouts import phrases
from coopform.handouts.layout.points_room import MM_PER_PT, Setting
from coopform.handouts.layout.text_widths import shortened, width
from coopform.handouts.workshop.schedule import TimedStep
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import document_label
from coopform.text.i18n import Translator, mark
from coopform.text.typography import shown

# A4 without margins of 10, 14, 11 and 16 mm.
WIDTH, HEIGHT = 180.0, 276.0
LEADING, HEADING, TITLE = 1.25, 1.18, 18.0
# The columns of the day: what to do and to say, who, the material; the gap after a column.
DOES, WHO, MATERIAL, GAP = 101.0, 21.0, 33.0, 2.0
# Below each row.
RULE = 0.25
# Above the table of groups, with a remark where there are more cases than groups.
GROUPS, REMAINING = mark("Which group has which sheet"), mark("the remaining ones: to the groups that finish first")
# The title of a case in that table, on one line.
GROUP_TITLE = 74.0
# The share of it that a territory has beside a title.
_MOST_TERRITORY = 0.6
# The rules and spaces of the head, of the figures, of both tables; the logo.
HEAD_SPACES, FIGURES_SPACE, TABLE_SPACES, LOGO = 2.8, 2.5, 5.6, 13.6


class GuideType(NamedTuple):
    """How the guide is set: the size of its type, the diameter of a disc, and what is above and below a row.

    The last of these is for the rows of the groups.
    """

    size: float
    disc: float
    padding: float
    group_padding: float


# The widest first; smaller type is not read while one speaks.
TYPES = (
    GuideType(9.7, 5.0, 1.0, 0.7),
    GuideType(9.35, 5.0, 1.0, 0.7),
    GuideType(9.0, 5.0, 1.0, 0.7),
    GuideType(9.0, 4.4, 0.6, 0.5),
)


def guide_type(steps: Sequence[TimedStep], group_count: int, recueil: Recueil) -> GuideType:
    """Return the widest setting in which the day and the groups are on one page; the widest of all where none is.

    Args:
        steps: of the day.
        group_count: how many groups have a row.
        recueil: the collection, whose title is in the head.
    """
    t = Translator(recueil.langue)
    fitting = (one for one in TYPES if _Page(one, t).height(steps, group_count, recueil) <= HEIGHT)
    return next(fitting, TYPES[0])


def group_titles(cases: Sequence[Case], size: float, language: str) -> list[str]:
    """Return the titles of cases for the table of groups, each cut to one line.

    Those that would be the same end with the territory of the case.
    """
    room = GROUP_TITLE / (size * MM_PER_PT)
    titles = [shortened(shown(case.short_title, language), room) for case in cases]
    said = Counter(titles)
    return [
        _with_territory(case, room, language) if said[title] > 1 and case.territoire else title
        for case, title in zip(cases, titles, strict=True)
    ]


def _with_territory(case: Case, room: float, language: str) -> str:
    territory = shortened(shown(case.territoire or "", language), room * _MOST_TERRITORY)
    title = shortened(shown(case.short_title, language), room - width(f" · {territory}"))
    return f"{title} · {territory}"


class _Page:
    """Adds up the heights of a page at a size of the type."""

    def __init__(self, how: GuideType, t: Translator) -> None:
        self.how, self.t = how, t
        self.em = how.size * MM_PER_PT
        self.padding = 2 * how.padding + RULE

    def height(self, steps: Sequence[TimedStep], group_count: int, recueil: Recueil) -> float:
        head_of_table = 0.9 * LEADING * self.em + TABLE_SPACES
        day = head_of_table + sum(map(self._step, steps))
        if steps[-1].end is not None:
            day += 1.65 * self.em + self.padding
        row = max(self.how.disc, LEADING * self.em) + 2 * self.how.group_padding + RULE
        heading = self._text(" · ".join([self.t(GROUPS), self.t(REMAINING)]), WIDTH, 1.15, HEADING, is_strong=True)
        groups = heading + head_of_table + group_count * row if group_count else 0.0
        foot = self._text(recueil.pied_de_page, WIDTH, 0.8, 1.4) + 2.5 if recueil.pied_de_page else 0.0
        return self._head(recueil) + day + groups + foot

    def _head(self, recueil: Recueil) -> float:
        width = WIDTH - (4 * LOGO if recueil.logo else 0.0)
        title = recueil.titre or self.t("Co-operations side by side")
        height = self._text(self.t(document_label("guide")).upper(), width, 0.84) + 0.25 * self.em
        height += Setting(TITLE, HEADING, width, self.t.language).text_height(title, is_strong=True)
        day = phrases.day(recueil.date, self.t) if recueil.date else ""
        facts = " · ".join(fact for fact in (recueil.sous_titre, day, recueil.lieu) if fact)
        height += self._text(facts, width) + 0.45 * self.em if facts else 0.0
        figures = (1.5 * 1.15 + 0.84 * LEADING) * self.em + FIGURES_SPACE
        return max(height, LOGO if recueil.logo else 0.0) + HEAD_SPACES + figures

    def _step(self, timed: TimedStep) -> float:
        step, t = timed.step, self.t
        does = 1.1 * HEADING * self.em
        does += sum(self._text(t(words), DOES - GAP) + 0.1 * self.em for words in step.how)
        who = self._text(t(step.who), WHO - GAP, is_strong=True) if step.who else 0.0
        named = [*(document_label(kind, part) for kind, part in step.documents), *step.things]
        material = sum(self._text(t(words), MATERIAL - 1.6 * self.em) + 0.1 * self.em for words in named)
        time = (1.65 if timed.start is not None else 0.0) * self.em + (LEADING * self.em if step.how else 0.0)
        return max(does, who, material, time) + self.padding

    def _text(
        self, words: str, width: float, size: float = 1.0, leading: float = LEADING, *, is_strong: bool = False
    ) -> float:
        """Return the height of a text; its size is given in sizes of the page."""
        return Setting(size * self.how.size, leading, width, self.t.language).text_height(words, is_strong=is_strong)

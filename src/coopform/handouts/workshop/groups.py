"""The groups of a day: how many people each has, and which case it analyses."""

from dataclasses import dataclass

from coopform.handouts.workshop.copies import group_count


@dataclass(frozen=True, slots=True)
class WorkshopGroup:
    """A group of people at one table.

    Attributes:
        number: from 1.
        people: how many it has.
        case: the place of the case that it analyses; None without cases.
    """

    number: int
    people: int
    case: int | None


def groups(people: int, count: int, cases: int) -> tuple[WorkshopGroup, ...]:
    """Return `count` groups, or as many as the people need when it is 0: divided evenly, the larger ones first.

    Each analyses one case; when there are fewer cases than groups, several groups analyse the same.
    """
    count = count or group_count(people)
    least, larger = divmod(people, count)
    return tuple(
        WorkshopGroup(place + 1, least + (place < larger), place % cases if cases else None) for place in range(count)
    )

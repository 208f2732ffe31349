"""A fault with the changes after which the rest can be read."""

from dataclasses import dataclass

from coopform.casefile.yaml.faults.changes import Change
from coopform.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a text.

    Attributes:
        problem: the problem to report.
        changes: the changes after which the rest can be read; empty when unknown. They fix the fault, or blank it where
            no fix is certain.
    """

    problem: Problem
    changes: tuple[Change, ...] = ()

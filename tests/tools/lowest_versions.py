"""Print the lowest version of each dependency that `pyproject.toml` states, as constraints for pip.

python -m tests.tools.lowest_versions
"""

import tomllib

from tests.support.places import ROOT


def constraints() -> list[str]:
    """Return a constraint for each dependency of coopform and its extras; without a third digit, that one is free."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    found = []
    for requirement in [*project["dependencies"], *extras["pdf"], *extras["docx"], *extras["office"]]:
        name, _, version = requirement.partition(">=")
        digits = version.partition(",")[0].split(".")
        found.append(f"{name}=={'.'.join(digits)}" if len(digits) > 2 else f"{name}=={'.'.join([*digits, '0'][:2])}.*")
    return sorted(set(found))


if __name__ == "__main__":
    print("\n".join(constraints()))

"""A description of the machine, versions and date for the figures."""

import os
import platform
from datetime import date
from importlib import metadata
from pathlib import Path

from yaml._yaml import get_version_string

LIBRARIES = ("coopform", "typer", "pyyaml", "pydantic", "rich", "jinja2")


def head() -> str:
    """Return the line above the table."""
    libraries = [f"{name} {metadata.version(name)}" for name in LIBRARIES]
    return ", ".join(
        [
            f"{date.today():%Y-%m-%d}",
            f"{os.cpu_count()} cores",
            _processor(),
            platform.system(),
            f"Python {platform.python_version()}",
            *libraries,
            f"libyaml {get_version_string()}",
        ]
    )


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    if described.exists():
        for line in described.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()

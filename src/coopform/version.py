"""The version, on the lowest floor: reports name it without importing the public API."""

__version__ = "0.1.0"

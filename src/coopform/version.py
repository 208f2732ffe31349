"""The version, on the lowest layer: reports name it without importing the public API."""

__version__ = "0.1.0"

"""The version, on the lowest floor: reports name it without importing the face of the package."""

__version__ = "0.1.0"

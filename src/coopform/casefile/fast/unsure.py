"""What ends the short way: the long one reads the file."""


class Unsure(Exception):
    """Something stands in the file that is not sure to be read here as it is read with places."""

"""Check pictures from unknown sources before they are put on a page."""

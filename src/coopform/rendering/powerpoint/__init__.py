"""Slides to project and to edit, as PPTX."""

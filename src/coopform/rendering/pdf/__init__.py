"""Pages to PDF: by WeasyPrint (the extra `pdf`), or by a browser of the Chromium family that is installed."""

"""Documents to DOCX, to edit in a word processor (the extra `docx`)."""

"""Pages in HTML and Markdown, filled by Jinja from the folder `templates`."""

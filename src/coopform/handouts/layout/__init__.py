"""How much room words take, and how rows and columns are divided among pages, without an engine that prints."""

"""Documents to bytes: pages, Word documents, PDF, and what the terminal shows."""

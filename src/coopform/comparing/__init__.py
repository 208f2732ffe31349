"""Cases side by side: rows, synthesis, the words that several share, the forms of agreement explained."""

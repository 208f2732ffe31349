"""New files: a collection to begin, a case asked for question by question or as a blank file to fill in."""

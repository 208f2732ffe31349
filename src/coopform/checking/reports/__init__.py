"""Problems for people and for programs, one format per file."""

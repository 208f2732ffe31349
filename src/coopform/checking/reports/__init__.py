"""Problems given to people and to programs, one format a file."""

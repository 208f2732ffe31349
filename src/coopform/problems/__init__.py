"""What can be wrong with a file: codes with parameters and a place, put into words late and in either language."""

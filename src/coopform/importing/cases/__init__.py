"""Where the cases of a document begin and end, their titles, and which label each line is under."""

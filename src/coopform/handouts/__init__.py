"""What each kind of document holds, and which files a run makes of it."""

"""Pictures of strangers, looked at before they are put on a page."""

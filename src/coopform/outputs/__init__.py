"""Write files atomically, in folders with a manifest of the files that coopform wrote."""

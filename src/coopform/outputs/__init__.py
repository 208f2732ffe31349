"""Files written whole or not at all, in folders that remember which files are theirs."""

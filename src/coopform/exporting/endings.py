"""The formats of an export, each with the endings of its files, apart from what makes them: options name them."""

# The first ending is proposed.
ENDINGS = {
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "yaml": (".yaml", ".yml"),
}

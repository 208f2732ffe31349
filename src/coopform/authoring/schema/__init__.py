"""JSON Schema 2020-12 of case files and `_recueil.yaml`, with which editors complete, explain and check.

Made from the tables of `model.keys`, the grid and the vocabulary, with every shorthand that `casefile.values` reads.
It uses only keywords that editors support, and has each sentence in both languages.

A schema checks less than `check`: it knows keys and terms as listed only (`check` ignores case and accents), sees
numbers where `check` sees the typed text (`07` is 7), and nothing that YAML drops silently.
"""

"""JSON Schema 2020-12 of the files as people type them: what an editor completes, explains and underlines.

Made from the tables of `keys`, the grid and the vocabulary, with every shorthand that `shapes` reads. It keeps
to keywords that editors know, and writes each sentence in both languages: one file serves everybody.

A schema says less than `check`: it knows keys and terms as listed (`check` knows them without case and
accents), sees numbers where `check` sees what was typed (`07` is 7), and nothing of what YAML loses.
"""

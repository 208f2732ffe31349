"""Convert YAML nodes to plain data for the models of `case`: one reader for each `keys.Shape`.

A reader takes the context, a node and its path in the data. It returns the value and records its span, or reports a
problem and returns None. `readers` maps shapes to readers; `mapping` reads mappings with the key tables of `keys`.
"""

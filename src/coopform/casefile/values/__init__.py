"""Nodes to plain data, one shape of `keys.Shape` after another: what the models of `case` are made from.

Each reader takes the context, a node and its path in the data. It records the place of what it returns
under that path, and returns None for what cannot be used, having said why. `table` says which reader
reads which shape; `mapping` reads keys, by the tables of `keys`.
"""

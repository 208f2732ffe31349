"""The text of a file to nodes with their places, and what is wrong with it, told as its author would see it.

`parsing` is the way in. `building` makes nodes of the parser's events; `losses` finds what YAML swallows
without a word; `salvage` reads what is left of a broken text, with `syntax` and its neighbours (`colons`,
`quotes`, `signs`, `layout`) to name the faults and `echoes` to leave out what only follows from them.
"""

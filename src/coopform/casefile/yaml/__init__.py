"""The text of a file to nodes with their places, and what is wrong with it, told as its author would see it.

`parser` is the way in. `composer` has libyaml make the nodes; `doubts` says whether each has to be looked at, which
`builder` does; `recovery` reads what is left of a text that is no YAML. `faults` names what is wrong.
"""

"""Parse the text of a file to nodes with positions, and explain its faults in terms of what the author typed.

`parser.parse` is the entry point. libyaml makes the nodes (`composer`). When a text may have a fault (`doubts`),
`builder` checks each node. When libyaml refuses the text, `recovery` reads what is left of it. The modules of `faults`
find and explain the faults.
"""

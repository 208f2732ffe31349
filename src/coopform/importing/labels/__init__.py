"""Which words are labels of rubrics, in all the variants that people use, and on coopform’s own sheets."""

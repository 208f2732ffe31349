"""Characters, words and sentences: folding, typography, escaping, the two languages. Knows nothing of cases."""

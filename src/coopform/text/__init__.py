"""Text functions that do not depend on cases: folding, typography, escaping, translation."""

"""Examples for the gallery of components."""

EXAMPLES = []

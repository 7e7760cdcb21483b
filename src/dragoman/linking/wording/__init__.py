"""Words and clauses as they are compared, and the sentences around them."""

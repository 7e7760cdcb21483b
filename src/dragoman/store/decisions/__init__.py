"""What analysts decided: kept for ever, and what became of it when the record was linked last."""

"""Who said what and through whom: quotes, reported speech, attributions, hedges."""

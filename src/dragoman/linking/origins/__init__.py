"""Reports that tell one original text again: copies, excerpts, reworded copies."""

"""The weights by which linking joins tellings and follows commitments up, fitted on the corpus."""

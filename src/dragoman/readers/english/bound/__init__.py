"""Who is bound by what was found, and to how much: settled when everything else is known."""

"""Who does what in a clause: what events, commitments and statements share."""

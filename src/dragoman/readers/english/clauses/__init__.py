"""Who does what in a clause: subjects, objects, spans; what events, commitments and statements share."""

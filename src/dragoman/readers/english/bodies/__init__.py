"""What a report tells of how bodies work: under what, chaired by whom, met when or not at all."""

"""What every noun is linked by: candidate pairs, odds, groups, and the rows they become."""

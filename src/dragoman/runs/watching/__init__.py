"""Sources that come by themselves: lists asked at intervals, their pages read, what is new told."""

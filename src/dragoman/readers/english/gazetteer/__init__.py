"""What the world's states, capitals, cities, regions and well-known organizations are called."""

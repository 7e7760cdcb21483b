"""What came of a commitment: the acts that bear on it, its status, whether it is due."""

"""Recipe of the English model that ships in dragoman: train, export, evaluate."""

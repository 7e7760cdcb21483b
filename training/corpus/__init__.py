"""The annotated corpus in `corpus/`: its form, its checks, and its conversion to answer keys."""

"""Dragoman reads coverage of relations between states and keeps a cited record of them."""

__version__ = "0.1.0"

"""The record from Python: typed items, frames of pandas and Polars, reports with spans marked."""

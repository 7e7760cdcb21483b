"""Bytes to reports: files, web pages, PDF; the only room that computes offsets."""

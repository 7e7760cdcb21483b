"""The scores of an evaluation shown."""

import click
import msgspec

from dragoman.cli.listing import json_text
from dragoman.record.plain import plain
from dragoman.runs.evaluation import Scores


def show(scores: Scores, *, as_json: bool, misses: bool) -> None:
    """Print every measure, and what was missed and made up where that was asked for."""
    if as_json:
        row = msgspec.to_builtins(scores)
        click.echo(json_text(row if misses else row | {"misses": []}), nl=False)
        return
    for layer, measure, value in scores.rows():
        click.echo(f"{layer:14s} {measure:10s} {value}")
    for miss in scores.misses if misses else ():
        words = f"{miss.file}: {miss.quote}" if miss.file else miss.quote
        item = f"{plain(miss.id):6s} {plain(miss.kind or ''):12s}"
        click.echo(f"{miss.what:8s} {miss.layer:12s} {item} {plain(words)}")

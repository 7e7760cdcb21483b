"""What the tests of linking share."""

from collections.abc import Callable

import pytest
from making import Making

from dragoman.linking import Linked, link_explained

Link = Callable[..., Linked]


@pytest.fixture
def linked() -> Link:
    """Link reports in the making; gives the record and the reasons."""

    def run(*made: Making) -> Linked:
        return link_explained([m.facts() for m in made], [m.reading() for m in made])

    return run

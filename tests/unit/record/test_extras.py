"""A package that is not installed."""

import pytest

from dragoman.record.errors import ExtraMissing
from dragoman.record.extras import needing


def test_a_missing_package_tells_what_brings_it() -> None:
    said = r"no_such_package is not installed: pip install 'dragoman\[briefs\]' brings it"
    with pytest.raises(ExtraMissing, match=said), needing("briefs"):
        import no_such_package  # type: ignore[import-not-found]  # noqa: F401

"""The llm reader against a real server, where DRAGOMAN_TEST_ENDPOINT names one.

CONTRIBUTING tells how to start llama.cpp with a small model. A model of 135 million parameters
says little that is right; what is tested is that a real server takes what we ask, schema and all,
and that the gate holds.
"""

import os

import pytest

from dragoman.readers.llm.reading import LlmReader
from dragoman.readers.llm.settings import Settings
from dragoman.runs.gate import passed

pytestmark = pytest.mark.real


def test_a_real_model_is_asked_and_the_gate_holds(coverage, tmp_path, monkeypatch):
    endpoint = os.environ.get("DRAGOMAN_TEST_ENDPOINT")
    if not endpoint:
        pytest.fail("name a server by DRAGOMAN_TEST_ENDPOINT")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    reader = LlmReader(Settings.made(endpoint, "any", {"context": 3000}))
    for report in coverage.reports.values():
        (reading,) = reader.read([report])
        assert passed(reading, report) == reading
    assert reader.usage.tokens_out > 0
    assert not reader.usage.estimated
    # The schema was taken: no fallback was needed.
    assert reader._asker._form.output == "json_schema"

# The commands a newcomer needs; `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help

.PHONY: help
help:  ## list these commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Dragoman needs Python 3.11 or newer; name one: make PYTHON=python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[all]'
	@touch $@

$(VENV)/.tools: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[all]' --group dev
	@touch $@

.PHONY: install
install: $(VENV)/.installed  ## set up .venv with dragoman in it

.PHONY: demo
demo: $(VENV)/.installed  ## read the sample coverage and print its brief
	@$(BIN)/dragoman demo

.PHONY: test
test: $(VENV)/.tools  ## run the tests
	$(BIN)/python -m pytest tests --ignore tests/quality

.PHONY: quality
quality: $(VENV)/.tools  ## measure accuracy against its floors
	$(BIN)/python -m pytest tests/quality -s

.PHONY: lint
lint: $(VENV)/.tools  ## style, types and import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: check
check: test lint quality  ## everything the gate runs

.PHONY: clean
clean:  ## remove .venv and caches
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

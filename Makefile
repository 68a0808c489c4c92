# Everything runs in a virtual environment of its own, made on first use.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run test slow-test bench lint clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/ready  ## translate the posts in corpus/en into corpus/tr
	$(BIN)/translate run

test: $(VENV)/ready lint  ## lint, check types, run the tests (under five minutes)
	$(BIN)/pytest -m "not slow"

slow-test: $(VENV)/ready  ## clean installations, kills, large inputs
	$(BIN)/pytest -m slow

bench: $(VENV)/ready  ## measure speed and memory, as ratios within one run
	$(BIN)/python -m tests.benchmarks

lint: $(VENV)/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

clean:  ## remove what make has made
	rm -rf $(VENV) dist

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

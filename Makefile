# What one does with this project; `make` lists it.
.DEFAULT_GOAL := help
.PHONY: help run test check bench build evaluate screenshots clean

PYTHON ?= python3
BIN := .venv/bin
DATABASE := data/indicators.duckdb
# Stamps: a second run finds them newer than the requirements and installs nothing.
VENV := .venv/.created
APP := .venv/.installed
DEV := .venv/.installed-dev
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ENTRANCE := $(firstword $(wildcard asgi.py app.py))

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

run: $(APP) ## set up, build the database where something changed, and serve the dashboard
	@$(MAKE) --no-print-directory build
	@$(BIN)/python -m streamlit run $(ENTRANCE) --server.headless true $(if $(PORT),--server.port $(PORT))

test: $(DEV) ## set up and run all tests, in a browser too
	@$(BIN)/python scripts/browser.py
	@$(BIN)/python -m pytest

check: $(DEV) ## format, lint and types, changing nothing
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: $(APP) ## measure the speed
	@for benchmark in benchmarks/[a-z]*.py; do $(BIN)/python -m benchmarks.$$(basename $$benchmark .py) || exit 1; done

build: $(APP) ## build the database where articles, data or code changed
	@if [ ! -f $(DATABASE) ] \
	  || [ -n "$$(find data/articles -newer $(DATABASE) -print -quit)" ] \
	  || [ -n "$$(find data etl -type f -newer $(DATABASE) ! -name '*.pyc' ! -name 'indicators.duckdb*' -print -quit)" ]; \
	then $(BIN)/python -m etl build --database $(DATABASE); \
	else echo "$(DATABASE) is up to date."; fi

evaluate: $(APP) ## measure how well the labelled articles are read
	@$(BIN)/python -m etl evaluate --articles data/articles/original --gold tests/gold/original.csv
	@$(BIN)/python -m etl evaluate --articles data/articles/retold --gold tests/gold/retold.csv --docs tests/gold/retold_articles.csv

screenshots: $(DEV) ## take the pictures in docs/
	@$(MAKE) --no-print-directory build
	@$(BIN)/python scripts/screenshots.py

clean: ## remove the database and the virtual environment
	rm -rf .venv $(DATABASE)*

$(VENV):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("This needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv .venv
	@touch $@

$(APP): requirements.txt $(VENV)
	@echo "Installing what the app needs into .venv ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(APP)
	@echo "Installing what the browser tests and checks need into .venv ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@

# Two commands: `make run` installs what is missing and serves; `make test` installs and tests.

PYTHON ?= python3

.PHONY: run test check pictures clean

run: | installed
	@.venv/bin/python cli.py serve

test: | installed-dev
	@.venv/bin/python -m pytest

check: | installed-dev
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy

pictures: | installed-dev
	@.venv/bin/python scripts/pictures.py

.PHONY: installed installed-dev
installed:
	@$(PYTHON) scripts/install.py

installed-dev:
	@$(PYTHON) scripts/install.py --dev

clean:
	rm -rf .venv data

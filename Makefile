# Two commands: `make run` installs what is missing and serves; `make test` installs and tests.
# Another port: make run PORT=8600. Another Python: make PYTHON=python3.12 run

PYTHON ?= python3
IN_VENV = .venv/bin/python

# Compiled modules are kept, whatever the environment says: they halve the time of a start.
unexport PYTHONDONTWRITEBYTECODE

# As the doors set it: small matrices on few cores are faster without OpenBLAS's own threads.
export OPENBLAS_NUM_THREADS = 1

.PHONY: run test check pictures clean installed installed-dev

run: | installed
	@exec $(IN_VENV) cli.py serve

test: | installed-dev
	@exec $(IN_VENV) -m pytest -n logical --maxprocesses 4 --no-loadscope-reorder

check: | installed-dev
	@$(IN_VENV) -m ruff check . && $(IN_VENV) -m ruff format --check . && $(IN_VENV) -m mypy

pictures: | installed-dev
	@$(IN_VENV) scripts/pictures.py

installed:
	@$(PYTHON) scripts/install.py

installed-dev:
	@$(PYTHON) scripts/install.py --dev

# Keeps data/: what shoppers said is not ours to throw away.
clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache

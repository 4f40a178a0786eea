# The commands of the Civic Casebook. `make` lists them.

PYTHON ?= python3
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8000
SIZE ?= 10000
DB ?= sqlite

export DEBUG ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test check format bench scale lock

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

.venv/run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python %d.%d is too old. Install Python 3.11 or newer, or name one: make run PYTHON=python3.12" % sys.version_info[:2])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the library runs on (once) …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	@echo "Installing what the tests need (once) …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

run: .venv/run ## set up, load the library where there is none, serve it at http://127.0.0.1:8000
	@SITE_URL=http://$(HOST):$(PORT) $(BIN)/python manage.py run_here $(HOST):$(PORT)

test: .venv/dev ## set up, run every test (on PostgreSQL too, where POSTGRES_URL names a server)
	@$(BIN)/python tests/run.py $(ARGS)

check: .venv/dev ## format, lint, imports, migrations, schemas: changes nothing, fails when anything is wrong
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py library_schemas --check
	$(BIN)/python manage.py check

format: .venv/dev ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

var/bench/venv/ready: requirements-bench.lock
	@$(PYTHON) -m venv var/bench/venv
	@echo "Installing what the benchmark measures beside the library (once) …"
	@var/bench/venv/bin/python -m pip install --quiet --require-hashes -r requirements-bench.lock
	@touch $@

bench: .venv/dev var/bench/venv/ready ## time everything on generated stories and write docs/performance.md (SIZE=10000 DB=sqlite); goes on where it was stopped
	@$(BIN)/python -m tests.bench --size $(SIZE) --db $(DB) --write $(ARGS)

scale: .venv/dev ## start a site of two nodes and two databases on this machine, and prove that it loses nothing
	@$(BIN)/python -m tests.scale $(ARGS)

# For the oldest Python that is promised: what is newer may ask for more than that.
lock: .venv/dev ## write the lock files from pyproject.toml
	$(BIN)/uv pip compile -q --python-version 3.11 pyproject.toml --generate-hashes --no-header --no-emit-index-url -o requirements.lock
	$(BIN)/uv pip compile -q --python-version 3.11 pyproject.toml --extra dev --generate-hashes --no-header --no-emit-index-url -o requirements-dev.lock
	$(BIN)/uv pip compile -q --python-version 3.11 --group bench --generate-hashes --no-header --no-emit-index-url -o requirements-bench.lock

# Every command that a person needs; `make` alone lists them.

PYTHON ?=  # the one that makes .venv; scripts/install.sh chooses
BIN := .venv/bin
UV := 0.13.8

# Stamps: what is installed and has not changed is not installed again.
RUN := .venv/.installed
DEV := .venv/.installed-dev
PDF := .venv/.pdf-libraries

.PHONY: help setup run seed reset test test-embedded check fix lock clean
.DEFAULT_GOAL := help

help:  ## This list
	@awk -F ':.*  ## |:  ## ' '/^[a-z-]+:.*  ## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

# --- The environment ---------------------------------------------------------------------------

setup: $(RUN) $(PDF)  ## Prepare .venv and look for the libraries that PDFs need

$(RUN): requirements.txt
	@PYTHON="$(PYTHON)" UV="$(UV)" scripts/install.sh $<
	@touch $@

$(DEV): requirements-dev.txt $(RUN)
	@PYTHON="$(PYTHON)" UV="$(UV)" scripts/install.sh $<
	@touch $@

# Without its stamp this is tried each time: the message stays until the libraries are there.
$(PDF): scripts/pdf-libraries.sh | $(RUN)
	@scripts/pdf-libraries.sh $(BIN)/python && touch $@ || true

# Hashes and no addresses: docs/decisions/0003-dependencies.md.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate $(ARGS)

lock: $(DEV)  ## Compile requirements*.txt from pyproject.toml (ARGS=--upgrade for newer versions)
	$(COMPILE) pyproject.toml --output-file requirements.txt
	$(COMPILE) --output-file requirements-dev.txt --group dev --constraints requirements.txt

clean:  ## Delete .venv and the caches; the data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The site ----------------------------------------------------------------------------------

run: setup  ## Start the site with its worker; PORT=8000 unless told otherwise
	@$(BIN)/python scripts/run.py

seed: setup  ## Create the tables and the demonstration data
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py seed_demo

reset: setup  ## Delete the embedded data (refuses when DATABASE_URL is set)
	@$(BIN)/python scripts/reset.py

# --- The checks --------------------------------------------------------------------------------

test: $(DEV) $(PDF)  ## The whole suite, on PostgreSQL and Redis if they are there (ARGS="-k press")
	@$(BIN)/python scripts/test.py $(ARGS)

test-embedded: $(DEV) $(PDF)  ## What touches the engines, on SQLite, whatever else is there
	@$(BIN)/python scripts/test.py --embedded $(ARGS)

check: $(DEV) $(PDF)  ## Everything a machine can say without running the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint templates --lint --check --quiet
	$(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python scripts/fonts.py --check
	@# Django's own inspection of the production settings, with a key that lives for this line.
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
		ALLOWED_HOSTS=vigie.example DJANGO_SETTINGS_MODULE=config.settings.base \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

fix: $(DEV)  ## Mend what the tools can mend: imports, layout of Python and of templates
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	$(BIN)/djlint templates --reformat --quiet || true  # it fails when it has changed something

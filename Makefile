# One door: `make test`, `make demo`. Everything they need lands in .venv; nothing else is touched.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

BIN := .venv/bin
READY := .venv/.riwaya-ready
# pyright's wrapper takes the Node of its own wheel and asks no server for news.
PYRIGHT := PYRIGHT_PYTHON_GLOBAL_NODE=0 PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --annotation-style=line

.PHONY: help setup assets catalogues check format test test-long demo serve compiled bench reference picture docs site desk-pictures figures lock clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: $(READY) ## Make .venv with riwaya and its tools in it

$(READY): requirements/dev.txt pyproject.toml tools/venv
	tools/venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

assets: $(READY) ## Build script, style and fonts of the desk from locked packages; nothing where they stand
	$(BIN)/python -m tools.assets

catalogues: $(READY) ## Bring the words of the desk in Arabic and French up to date with its templates
	$(BIN)/python -m tools.catalogues

check: $(READY) ## Lint, format check, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(PYRIGHT)
	$(BIN)/lint-imports

format: $(READY) ## Put the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: check assets ## Everything that must pass
	-@tools/chromium >/dev/null # once, before two processes want it; without it the browser tests skip and say why
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test-long: $(READY) ## The long searches and fuzzing too
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -m "slow or not slow"

demo: $(READY) assets ## Read the sample pages and print their claims
	$(BIN)/riwaya demo

serve: $(READY) assets ## Open the desk on the sample pages
	@mkdir -p out
	$(BIN)/riwaya serve --sample --ledger out/desk.db

compiled: $(READY) ## Build the wheel whose rules are machine code, unpacked into out/compiled; nothing where it stands
	@$(BIN)/python -m tools.compiled

bench: $(READY) ## Measure speed, memory and cold start (never a test), of compiled rules where the machine can compile
	PYTHONPATH=$$($(BIN)/python -m tools.compiled) $(BIN)/python -m bench

reference: $(READY) ## Write docs/reference out of the code
	$(BIN)/python -m tools.reference

picture: $(READY) ## Draw the table of the README and the tables of the ledger
	$(BIN)/python -m tools.docs_picture
	$(BIN)/python -m tools.ledger_picture

docs: reference picture ## All of that, and the outputs that the tutorial shows
	$(BIN)/python -m tools.docs_outputs

site: $(READY) ## Build the documentation as a site of pages in out/site; a broken link or a missing page stops it
	$(BIN)/python -m mkdocs --quiet build --strict

desk-pictures: $(READY) assets ## Visit the desk and put the pictures of its tour into docs/images
	$(BIN)/python -m pytest -q tests/serve/browser/test_tour.py
	cp out/screens/desk-*.jpg docs/images/

figures: $(READY) ## Write measured accuracy into the README: GOLD=... TEXTS=... ON="what was measured"
	$(BIN)/riwaya eval "$(GOLD)" "$(TEXTS)" --json out/figures.json
	$(BIN)/python -m tools.figures out/figures.json "$(ON)"

lock: $(READY) ## Pin the newest fitting packages again
	$(LOCK) --upgrade --output-file requirements/run.txt pyproject.toml
	$(LOCK) --upgrade --extra dev --constraint requirements/run.txt --constraint requirements/oldest-python.in --output-file requirements/dev.txt pyproject.toml
	$(LOCK) --upgrade --output-file requirements/followthemoney.txt requirements/followthemoney.in

clean: ## Remove what was made, the environment too
	rm -rf .venv .venv-ftm out build dist frontend/node_modules src/riwaya/serve/static/built .pytest_cache .ruff_cache .import_linter_cache .hypothesis

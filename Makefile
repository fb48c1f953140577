# Every target sets up .venv by itself; nothing but Python 3.11+ and make is needed.
PYTHON ?= python3
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export OMP_NUM_THREADS ?= 1

.PHONY: eval demo test check lock bench clean neo4j bench-load bench-scale fuzz pictures ftm

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "backchannel needs Python 3.11 or later")'
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
		uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(PYTHON) -m venv $(VENV) && \
		$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt && \
		$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e . ; \
	fi
	@touch $(READY)

demo: $(READY) ## build the graph of seeds/documents and ask it a question
	@$(BIN)/backchannel build seeds/documents --store demo.graph
	@$(BIN)/backchannel ask "who benefits from sanctions relief?" --store demo.graph

test: $(READY) ## run all tests in two processes, those with a Neo4j in one of them (JOBS=0: all in this one)
	@$(BIN)/python -m pytest -n $(JOBS)

check: $(READY) ## style, types and the import rule
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY) ## speed, as ratios to the bare library
	@$(BIN)/python benchmarks/extract.py

eval: $(READY) ## quality on every gold file: docs/quality.md, and each rule's confidence
	@$(BIN)/python benchmarks/evaluate.py --write
	@$(BIN)/python benchmarks/redocred.py

neo4j: ## a Neo4j for one person (Java 17 or 21, and Maven the first time); Ctrl-C stops it
	@$(PYTHON) tests/neo4j/server.py

pictures: $(READY) ## take the pictures of docs/ anew (those of Neo4j Browser need Java, Maven and Chromium)
	@$(BIN)/python docs/pictures/make.py
	@BACKCHANNEL_PICTURES=1 $(BIN)/python -m pytest tests/neo4j/test_browser.py

bench-scale: $(READY) ## how reading scales: two processes to one, memory, the share of reading (ten minutes each)
	@$(BIN)/python benchmarks/scale.py

fuzz: $(READY) ## read ten thousand truncated, corrupt and mislabelled files (minutes; `make test` tries fewer)
	@BACKCHANNEL_FUZZ=10000 $(BIN)/python -m pytest tests/extract/readers/test_fuzz.py

bench-load: $(READY) ## loading, as a ratio to batches written by hand (ten minutes; starts a Neo4j)
	@$(BIN)/python benchmarks/load.py

lock: ## write requirements.txt anew from pyproject.toml (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		pyproject.toml --group dev -o requirements.txt

ftm: .venv-ftm/.ready ## followthemoney in an environment of its own, for one test (needs libicu-dev, pkg-config, g++)

.venv-ftm/.ready: requirements-ftm.txt
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python $(PYTHON) .venv-ftm && \
		uv pip install --quiet --python .venv-ftm/bin/python --require-hashes -r requirements-ftm.txt ; \
	else \
		$(PYTHON) -m venv .venv-ftm && \
		.venv-ftm/bin/python -m pip install --quiet --require-hashes -r requirements-ftm.txt ; \
	fi
	@touch $@

clean:
	@rm -rf $(VENV) demo.graph

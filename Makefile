PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test bench lint screenshots clean

demo: $(READY)  ## append a real article; print its timeline, its quotes and its digest
	@BIN=$(BIN) sh tests/demo.sh

test: $(READY)  ## everything that must hold: style, types, architecture, behaviour, quality floors
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

screenshots: $(READY)  ## pictures of all pages, wide, narrow, dark and as printed, in screenshots/
	$(BIN)/python tests/screenshots.py screenshots

bench: $(READY)  ## paired benchmarks; see tests/bench/README.md
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	cd tests && ../$(BIN)/python -m bench

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

clean:
	rm -rf $(VENV) .demo

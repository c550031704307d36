# One command a chore. `make run` and `make test` set everything up by themselves.
.DEFAULT_GOAL := help
PYTHON ?= $(shell packaging/linux/find_python.sh)
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
unexport PYTHONDONTWRITEBYTECODE # compiled modules spare each worker, window and reader of the tests seconds
export PYTHONUTF8 = 1

.PHONY: help setup run test check format lint types layers translations frozen bench screens package wheel sample lock clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(READY): requirements.lock packaging/linux/system_packages.sh packaging/linux/find_python.sh
	@packaging/linux/system_packages.sh
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

setup: $(READY) ## make the virtual environment and install what Qt needs
	@$(PY) packaging/translations.py build

run: setup ## open the window on the sample shop (without a display: screenshots under build/screens)
	@packaging/linux/run.sh

test: setup ## all tests: offscreen, then the window end to end on a virtual display
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest --ignore=tests/e2e
	QT_QPA_PLATFORM=xcb $(PY) -m pytest tests/e2e

check: ## everything that must hold before a change goes in
	@$(MAKE) --no-print-directory -j2 --output-sync=target format lint types layers translations frozen
	@$(MAKE) --no-print-directory test

format: setup
	$(PY) -m ruff format --check .

lint: setup
	$(PY) -m ruff check .

types: setup
	$(PY) -m mypy

layers: setup
	$(VENV)/bin/lint-imports

translations: setup
	$(PY) packaging/translations.py check

frozen: build/dist/shopdesk/shopdesk ## the packed application tests itself
	QT_QPA_PLATFORM=offscreen build/dist/shopdesk/shopdesk --selftest

build/dist/shopdesk/shopdesk: $(READY) $(shell find shopdesk resources -type f -not -name '*.pyc' -not -name '*.qm') packaging/shopdesk.spec | setup
	$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath build/dist --workpath build/pyinstaller packaging/shopdesk.spec

bench: setup ## side-by-side measurements
	$(PY) -m benchmarks

screens: setup ## a picture of every tab and dialog, both languages and looks, under build/screens
	@packaging/linux/screens.sh

package: build/dist/shopdesk/shopdesk wheel ## the .deb and the wheel, under build/
	packaging/linux/deb.sh

wheel: setup
	$(PY) -m hatchling build -t wheel -d build/wheel

sample: setup ## write the sample shop anew from its seed
	$(PY) -m benchmarks.sample_shop resources/sample

lock: ## choose newest allowed versions anew (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements.lock

clean:
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

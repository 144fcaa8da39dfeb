# Two commands do everything: `make serve` and `make test`. Both make the environment first, where it is missing.

export PIP_DISABLE_PIP_VERSION_CHECK = 1
# What is compiled is kept, also where an image says otherwise: tests start Python many times.
export PYTHONDONTWRITEBYTECODE =

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: serve test test-all statics lint types unit site spec html axe mutants mutants-code kill fuzz bench check format lock social licences audit clean

serve: $(READY)  ## check, run, build and serve the site on loopback
	$(BIN)/porspec serve

test: $(READY)  ## what everybody runs before a commit: linters and types beside the tests, on two cores
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target statics unit

test-all: $(READY)  ## what takes long by its nature: every page, palette and width, wheels, Node.js, the whole kit
	$(BIN)/pytest -n 2 --dist worksteal -rs -m slow
	@$(MAKE) --no-print-directory html

statics: lint types check spec

lint: $(READY)  ## linters
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)  ## static types
	$(BIN)/mypy

check: $(READY)  ## the sources, that nothing is stale, and that every scenario holds and could fail
	$(BIN)/porspec check
	$(BIN)/porspec sync --check
	$(BIN)/porspec run

spec: $(READY)  ## branch coverage of the reference by the scenarios alone
	$(BIN)/coverage run --branch --data-file=$(VENV)/.coverage --include='*/porspec/reference/*' -m pytest -q --no-proof --language en features
	$(BIN)/coverage report --data-file=$(VENV)/.coverage --show-missing --fail-under=100

site: $(READY)  ## the strict site build, in .built, which the browser tests read
	$(BIN)/python -m tests.sites

# With a plus sign its dots are seen at once, and its last lines are the last ones.
unit: site  ## unit, property and browser tests, and every scenario in every language
	+$(BIN)/pytest -n 3 --dist worksteal -rs -m 'not slow'

html: $(READY)  ## whether the HTML of the site is valid (needs Node.js 20)
	$(BIN)/porspec build
	npx --yes html-validate@10 --config tests/html-validate.json 'site/**/*.html'

mutants: $(READY)  ## how many wrong references the scenarios alone find
	$(BIN)/python -m benchmarks.mutants

mutants-code: $(READY)  ## how many wrong versions of three rooms their own tests find, of a sample
	$(BIN)/python -m benchmarks.code_mutants

axe: $(READY)  ## what axe-core has against any page in any language (needs Node.js 20)
	PORSPEC_AXE=all $(BIN)/pytest -n 2 --dist worksteal -m slow tests/browser/test_axe.py

kill: $(READY)  ## whether commands that are killed, anywhere in their run, leave nothing half and nothing behind
	$(BIN)/python -m benchmarks.kill

COUNT ?= 20000
fuzz: $(READY)  ## what porspec does with spoilt sources: COUNT of them
	$(BIN)/python -m benchmarks.fuzz --count $(COUNT)

bench: $(READY)  ## ratios against peers, in one run
	$(BIN)/python -m benchmarks

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(READY)  ## write requirements.lock, with hashes for every system; LOCK=--upgrade takes the newest releases
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes --no-annotate \
		--no-header --no-emit-index-url --no-emit-find-links --output-file requirements.lock $(LOCK) pyproject.toml

social: $(READY)  ## the pictures of the site's address in docs/assets, where its name or its description changes
	$(BIN)/python -m tests.social

licences: $(READY)  ## the licence of each dependency; fails at one that may not be used
	$(BIN)/python -m tests.licences

audit: $(READY)  ## known weaknesses of what is locked (asks the Python Package Index)
	$(BIN)/uv tool run pip-audit@2.10.1 --requirement requirements.lock --require-hashes --disable-pip

clean:  ## remove what was made
	rm -rf $(VENV) site dist .porspec .built

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --only-binary :all: --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

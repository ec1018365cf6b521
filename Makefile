# One list of checks for people, pre-commit and CI.
PYTHON ?= python
export PYTHONDONTWRITEBYTECODE =

.PHONY: check format lint types house test accept docs

check: format lint types house test

format:
	$(PYTHON) -m ruff format --check journeyaudit tests

lint:
	$(PYTHON) -m ruff check journeyaudit tests

types:
	$(PYTHON) -m mypy

house:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as run; run()"

test:
	$(PYTHON) -m pytest -n auto

# Rewrites the golden texts; review is `git diff`.
accept:
	JOURNEYAUDIT_ACCEPT=1 $(PYTHON) -m pytest -n auto

# Rewrites the generated pages of docs/.
docs:
	$(PYTHON) -m tests.generate_docs

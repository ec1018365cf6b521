# The list of checks stands in tests/__main__.py, so that it also runs where there is no make.
PYTHON ?= .venv/bin/python

.PHONY: check accept

check:
	$(PYTHON) -m tests

# Rewrites golden texts and generated pages; review is `git diff`.
accept:
	JOURNEYAUDIT_ACCEPT=1 $(PYTHON) -m pytest -n auto

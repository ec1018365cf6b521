"""Texts that nobody would write: `python -m tests.fuzz 100000`. A few of them are tried with every test run."""

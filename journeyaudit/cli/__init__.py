"""Words on the command line in, words and an exit code out: one module per command."""

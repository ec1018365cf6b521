"""A journey with its graph and verdicts -> findings of all rules, one headline for each trouble."""

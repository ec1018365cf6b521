"""An outcome -> words for somebody: a report for people, lines for editors, JSON for machines, sentences."""

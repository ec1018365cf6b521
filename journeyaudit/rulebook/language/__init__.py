"""The sentences of a rule -> findings: compiled once, evaluated over every journey, three-valued."""

from journeyaudit.rulebook.language.compiled import CompiledRule, RuleResult
from journeyaudit.rulebook.language.from_sentences import compile_rule
from journeyaudit.rulebook.language.look import Look

__all__ = ["CompiledRule", "Look", "RuleResult", "compile_rule"]

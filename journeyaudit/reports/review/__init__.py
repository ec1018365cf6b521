"""An outcome with its pictures -> one page for people who decide: who gets stuck, and what would help."""

from journeyaudit.reports.review.page import Extras, review_page, rules_told

__all__ = ["Extras", "review_page", "rules_told"]

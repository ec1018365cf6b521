from __future__ import annotations

import os
from pathlib import Path

from journeyaudit.syntax import language_reference
from journeyaudit.syntax.schema import BLOCKS, KEYS

PAGE = Path(__file__).parents[2] / "docs" / "language-reference.md"


def test_the_page_in_docs_is_fresh() -> None:
    if os.environ.get("JOURNEYAUDIT_ACCEPT"):
        PAGE.write_text(language_reference(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == language_reference()


def test_every_word_of_the_language_stands_in_the_reference() -> None:
    page = language_reference()
    for block in BLOCKS:
        assert f"### {block.en}\n" in page
    for key in KEYS:
        assert all(f"`{word}`" in page for word in (key.en, *key.de, *key.also))
        assert all(
            f"`{word}` (`{german[0]}`)" in page for _, words in key.words for word, german in words.words
        )

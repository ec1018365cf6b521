"""Paths of files that were checked before -> their texts, each read when somebody wants to quote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeyaudit.project.markdown import is_markdown, journeys_in
from journeyaudit.project.read import read
from journeyaudit.source import SourceText


class TextsOfFiles(Mapping[str, SourceText]):
    """``known`` are texts that are at hand already. A file that cannot be read any more is not there."""

    def __init__(self, files: Iterable[str], known: Mapping[str, SourceText]) -> None:
        self._texts: dict[str, SourceText | None] = dict(known)
        self._files = dict.fromkeys((*files, *known))

    def __getitem__(self, path: str) -> SourceText:
        if path not in self._texts:
            self._texts[path] = _text_of(path)
        text = self._texts[path]
        if text is None:
            raise KeyError(path)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _text_of(path: str) -> SourceText | None:
    """As it is read for checking."""
    source, _ = read(path)
    return journeys_in(source)[0] if source is not None and is_markdown(path) else source

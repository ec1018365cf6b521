"""A project -> what each of its files can see: itself and what it imports, directly or not."""

from __future__ import annotations

from journeyaudit.model.journey import Service
from journeyaudit.model.people import Actor, Channel
from journeyaudit.project.load import Project


class SeenFrom:
    """Nobody in a file that is only read in the same run may decide what is found in another one."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._rank = {file: number for number, file in enumerate(project.sources)}
        self._actors: dict[str, dict[str, Actor]] = {}
        self._channels: dict[str, dict[str, Channel]] = {}
        for key, actor in project.service.actors.items():
            self._actors.setdefault(actor.span.file, {})[key] = actor
        for key, channel in project.service.channels.items():
            self._channels.setdefault(channel.span.file, {})[key] = channel
        self._services: dict[str, Service] = {}

    def files(self, file: str) -> tuple[str, ...]:
        """The file itself first, then what it imports."""
        found = {file: None}
        waiting = [file]
        for each in waiting:
            more = [path for path in self._project.imports.get(each, ()) if path not in found]
            found.update(dict.fromkeys(more))
            waiting += more
        return tuple(found)

    def service(self, file: str) -> Service:
        """The people and channels that the file can see, in the order of all; every journey."""
        if file not in self._services:
            whole = self._project.service
            files = sorted(self.files(file), key=lambda each: self._rank.get(each, -1))
            actors = {key: each for seen in files for key, each in self._actors.get(seen, {}).items()}
            channels = {key: each for seen in files for key, each in self._channels.get(seen, {}).items()}
            self._services[file] = Service(actors, channels, whole.journeys)
        return self._services[file]

"""Which actor one that is gone has become."""

from collections import Counter
from collections.abc import Mapping

from graph.resolve.clusters import Changes


def heirs_of(changes: Changes, before: Mapping[str, str]) -> dict[str, str]:
    """For each actor that is gone the one that has most of its mentions, else one with its name and type."""
    votes = {name: Counter[str]() for name in changes.gone}
    for mention, now in changes.moved.items():
        if before.get(mention) in votes:
            votes[before[mention]][now] += 1
    there = [actor for _, actor in sorted(changes.actors.items()) if actor is not None]
    heirs = {}
    for name, old in changes.gone.items():
        alike = (a.id for a in there if a.type == old.type and old.name in (a.name, *a.aliases))
        heir = most_voted(votes[name]) or next(alike, None)
        if heir is not None:
            heirs[name] = heir
    return heirs


def most_voted(votes: Mapping[str, int]) -> str | None:
    """What has most votes, the first by name of several; None without any."""
    return min(votes, key=lambda name: (-votes[name], name), default=None)

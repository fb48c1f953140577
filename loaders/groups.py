"""Numbers in groups that grow together, at eight bytes a number (union-find, Tarjan 1975)."""

from array import array
from collections.abc import Iterable, Iterator


class Groups:
    """The numbers from 0 on, each alone until it is joined to others."""

    def __init__(self) -> None:
        self._parents = array("q")

    def add(self) -> int:
        """The next number, in a group of its own."""
        self._parents.append(len(self._parents))
        return len(self._parents) - 1

    def join(self, numbers: Iterable[int]) -> None:
        """Make one group of those that the numbers are in."""
        first: int | None = None
        for number in numbers:
            root = self._root(number)
            first = root if first is None else first
            self._parents[root] = first

    def roots(self) -> Iterator[int]:
        """The number that stands for its group, for each number in order."""
        return map(self._root, range(len(self._parents)))

    def _root(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

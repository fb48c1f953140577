"""A store into one file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

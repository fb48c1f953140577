"""A store into one file."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.store import Store

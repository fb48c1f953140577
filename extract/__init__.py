"""A document in, statements out: offline, with spaCy and rules as data."""

from extract.extractor import Extractor, make_extractor

__all__ = ["Extractor", "make_extractor"]

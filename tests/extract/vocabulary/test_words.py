import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from extract.vocabulary.words import read_words


def names() -> list[str]:
    tables = tomllib.loads(
        resources.files("extract.vocabulary").joinpath("words.toml").read_text(encoding="utf-8")
    )
    return [name for lists in tables.values() for name in lists]


def asked_for() -> set[str]:
    root = Path(str(resources.files("extract")))
    source = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    return set(re.findall(r'read_words\("(\w+)"\)', source))


def test_a_list_is_known_by_its_name() -> None:
    assert "the" in read_words("definite")
    with pytest.raises(KeyError):
        read_words("no_such_list")


def test_every_list_has_one_name_and_is_looked_for() -> None:
    assert len(names()) == len(set(names()))
    assert set(names()) == asked_for()

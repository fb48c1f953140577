"""A small graph, built once by the command line, and a way to call it that loads no model again."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from backchannel import reader
from backchannel.cli import main
from backchannel.reading import load
from backchannel.settings import Settings
from extract import Extractor
from graph.ontology import read_ontology

TEXT = """Sanctions on Novatek
MOSCOW, March 14, 2025

The United States sanctioned Novatek in 2022. Gennady Timchenko owns Novatek.
Rosneft sells oil to India. Anton Bergman never met Carla Bergman in Geneva.
"""
AFFAIR = """A day of sanctions
BRUSSELS, March 14, 2025

The European Union sanctioned Sberbank in 2022. The United States put VTB Bank on its sanctions list.
The United Kingdom lifted sanctions on Oleg Tinkov in July 2023. The European Union could sanction Rosneft.
Slovakia rejected the EU sanctions against Russia.

Anton Bergman met Carla Lind in Geneva in 2017. In 2019 Anton Bergman met Ivan Petrov. Anton Bergman met Gerd Weiss.
Dora Lind, the wife of Anton Bergman, lives in Geneva. Carla Lind attended talks with Sergei Lavrov in Geneva.

Vitol bought Cedar Mining in 2021. Kestrel Capital acquired Marlow Foods. Kestrel Capital sold Marlow Foods in 2024.
Anton Bergman holds a 25 percent stake in Vitol. Glencore wants to buy Alder Steel.
"""
Call = Callable[..., Result]


def write_store(folder: Path, name: str, text: str) -> Path:
    """The store news.graph of a folder, built of one text that is written to its articles/."""
    articles, store = folder / "articles", folder / "news.graph"
    articles.mkdir()
    (articles / name).write_text(text)
    done = CliRunner().invoke(main, ["build", str(articles), "--store", str(store)])
    assert done.exit_code == 0, done.output
    return store


@pytest.fixture
def loaded(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads in this process is the extractor of the session, unless settings name another."""
    shipped = Settings()

    def lend(settings: Settings) -> Extractor:
        same = [
            getattr(settings, name) == getattr(shipped, name) for name in ("model", "ontology", "registry")
        ]
        return extractor if all(same) else load(settings)

    monkeypatch.setattr(reader, "load", lend)


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loaded: None) -> Call:
    """Run `backchannel` with these arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles/novatek.txt and the store news.graph made of it."""
    return write_store(tmp_path_factory.mktemp("built"), "novatek.txt", TEXT).parent


@pytest.fixture(scope="session")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made of a text on sanctions, meetings, a family and purchases."""
    return write_store(tmp_path_factory.mktemp("affair"), "affair.txt", AFFAIR)


@pytest.fixture(scope="session")
def turned() -> Callable[[str], str]:
    """Puts the ends of what holds both ways in order, in a sentence or a path."""
    both = [name.lower().replace("_", " ") for name, it in read_ontology().predicates.items() if it.symmetric]
    hop = re.compile(rf"(\S+: )?(.+) ({'|'.join(both)}) (.+)")

    def turn(text: str) -> str:
        found = hop.fullmatch(text)
        return (
            text if found is None else (found[1] or "") + f" {found[3]} ".join(sorted((found[2], found[4])))
        )

    return lambda sentence: "; ".join(map(turn, sentence.split("; ")))

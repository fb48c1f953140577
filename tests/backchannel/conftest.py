"""A small graph, built once by the command line, and a way to call it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from backchannel.cli import main

TEXT = """Sanctions on Novatek
MOSCOW, March 14, 2025

The United States sanctioned Novatek in 2022. Gennady Timchenko owns Novatek.
Rosneft sells oil to India. Anton Bergman never met Carla Bergman in Geneva.
"""
Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run `backchannel` with these arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles/novatek.txt and the store news.graph made of it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "articles").mkdir()
    (folder / "articles" / "novatek.txt").write_text(TEXT)
    done = CliRunner().invoke(
        main, ["build", str(folder / "articles"), "--store", str(folder / "news.graph")]
    )
    assert done.exit_code == 0, done.output
    return folder

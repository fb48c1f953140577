from pathlib import Path

import pytest

from backchannel.settings import Settings, read_settings
from graph.model import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, environ: dict[str, str] | None = None, **flags: str) -> Settings:
    return read_settings(flags, environ or {}, folder, folder / "user.toml")


def test_a_flag_comes_before_the_environment_the_folder_the_user_and_the_default(folder: Path) -> None:
    assert read(folder).store == "backchannel.graph"
    (folder / "user.toml").write_text('store = "user"')
    assert read(folder).store == str(folder / "user")
    (folder / "backchannel.toml").write_text('store = "local"')
    assert read(folder).store == str(folder / "local")
    assert read(folder, {"BACKCHANNEL_STORE": "env"}).store == "env"
    assert read(folder, {"BACKCHANNEL_STORE": "env"}, store="flag").store == "flag"


def test_the_address_of_a_server_is_left_as_it_is(folder: Path) -> None:
    (folder / "backchannel.toml").write_text('store = "bolt://localhost:7687"')
    assert read(folder).store == "bolt://localhost:7687"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('stores = "x"', "backchannel.toml: stores: unknown setting"),
        ("store = 3", "backchannel.toml: store: is not a text in quotes"),
        ("store = ", "backchannel.toml: not valid TOML"),
        ('questions = "nowhere"', "nowhere: questions: there is no such file or folder"),
    ],
)
def test_a_broken_file_is_named_with_its_key(folder: Path, text: str, message: str) -> None:
    (folder / "backchannel.toml").write_text(text)
    with pytest.raises(InputError, match=message) as caught:
        read(folder)
    assert "\n" not in str(caught.value)

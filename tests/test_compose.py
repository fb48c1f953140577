"""docker-compose.yml as far as it can be read without Docker, which the tests do not need."""

import os
import runpy
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SERVER = runpy.run_path(str(ROOT / "tests" / "neo4j" / "server.py"))


def test_the_server_is_that_of_the_tests_on_this_machine_only_and_keeps_its_data():
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    service = compose["services"]["neo4j"]
    assert service["image"] == f"neo4j:{SERVER['LTS']}-community"
    assert {port.rpartition(":")[2] for port in service["ports"]} == {"7474", "7687"}
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert [volume.split(":") for volume in service["volumes"]] == [["neo4j", "/data"]]
    assert "neo4j" in compose["volumes"]


def test_the_password_comes_from_the_environment_and_must_be_given():
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["neo4j"]
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")


def test_it_is_healthy_once_cypher_runs_and_the_password_is_only_in_its_environment(tmp_path):
    check = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["neo4j"]["healthcheck"]
    kind, command = check["test"]
    assert kind == "CMD-SHELL"
    assert check["retries"] > 1
    assert check["interval"].endswith("s")
    shell = tmp_path / "cypher-shell"
    shell.write_text('#!/bin/sh\necho "$NEO4J_USERNAME $NEO4J_PASSWORD $*" >&2\n')
    shell.chmod(0o755)
    ran = subprocess.run(
        ["/bin/sh", "-c", command.replace("$$", "$")],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "NEO4J_AUTH": "neo4j/a $b/'c'"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == "neo4j a $b/'c' --format plain RETURN 1\n"


def test_the_image_makes_only_settings_of_its_environment_that_the_server_knows(neo4j, neo4j_tools, tmp_path):
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["neo4j"]
    server = neo4j_tools.prepare(tmp_path, web=False)
    conf = tmp_path / "conf" / "neo4j.conf"
    own = dict(line.split("=", 1) for line in conf.read_text().split())

    def start(environment):
        conf.write_text("".join(f"{k}={v}\n" for k, v in {**own, **as_settings(environment)}.items()))
        server.start()
        server.kill()

    start(service["environment"])
    with pytest.raises(neo4j_tools.Unavailable, match="No declared setting with name: PASSWORD"):
        start({**service["environment"], "NEO4J_PASSWORD": "secret"})


def as_settings(environment):
    """As the image does it: of any NEO4J_… but those it keeps to itself; _ is a dot, __ is _."""
    names = [name for name in environment if name.startswith("NEO4J_") and name != "NEO4J_AUTH"]
    return {name[6:].replace("_", ".").replace("..", "_"): environment[name] for name in names}

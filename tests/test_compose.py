"""docker-compose.yml as far as it can be read without Docker, which the tests do not need."""

import runpy
from pathlib import Path

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
    assert service["environment"]["NEO4J_PASSWORD"] == "${NEO4J_PASSWORD}"


def test_it_is_healthy_once_cypher_runs_and_no_password_is_in_the_command():
    check = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["neo4j"]["healthcheck"]
    kind, command = check["test"]
    assert kind == "CMD-SHELL"
    assert "cypher-shell" in command
    assert "RETURN 1" in command
    assert "PASSWORD" not in command
    assert check["retries"] > 1
    assert check["interval"].endswith("s")

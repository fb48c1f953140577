"""The kit for Neo4j Browser, by its files: complete, escaped, readable with any colour vision."""

import io
import re
import tomllib
import urllib.request
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from backchannel.cli import main
from graph.model import InputError
from graph.ontology import ActorType, Ontology, read_ontology
from graph.questions.catalogue import read_questions
from loaders.browser import favourites, guide, style
from loaders.browser.kit import FILES, write_kit
from loaders.browser.serve import serving
from loaders.cypher import RECORD_TYPES, STATEMENT_LABELS
from loaders.guard import check_read_only

ONTOLOGY, QUESTIONS = read_ontology(), read_questions()
SCRIPTS = favourites.scripts(ONTOLOGY, QUESTIONS)
BROWSER = "http://localhost:7474/browser/"
RULE = re.compile(r"^(\S+) \{\n((?:  [a-z-]+: .*;\n)+)\}$", re.M)
HOSTILE = "</pre><script>alert('x')</script>& \"q\" ' */ \\ \n// `}}"
# Machado, Oliveira and Fernandes (2009), full strength, on linear light.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def rules(ontology: Ontology = ONTOLOGY) -> dict[str, dict[str, str]]:
    found = RULE.findall(style.grass(ontology))
    return {head: dict(line.strip(" ;").split(": ", 1) for line in body.splitlines()) for head, body in found}


def test_the_style_has_a_rule_for_every_type_status_and_predicate() -> None:
    made = rules()
    nodes = {"Actor", "Document", "Mention", "Statement", *STATEMENT_LABELS, *ONTOLOGY.types}
    assert {f"node.{label}" for label in nodes} <= made.keys()
    assert {f"relationship.{type_}" for type_ in (*RECORD_TYPES, *ONTOLOGY.predicates)} <= made.keys()
    assert len(made) == style.grass(ONTOLOGY).count("{\n")
    assert all(set(rule) >= {"color", "text-color-internal"} for rule in made.values())
    for rule in made.values():  # what Browser's own reader of GraSS trips over
        assert all(":" not in value and value.count('"') in (0, 2) for value in rule.values())


def test_the_special_comes_after_the_general_as_the_last_rule_wins() -> None:
    order = list(rules())
    assert order.index("node.Actor") < min(order.index(f"node.{name}") for name in ONTOLOGY.types)
    assert order.index("node.Statement") < order.index("node.Planned") < order.index("node.Denied")


def test_a_new_type_of_the_analyst_gets_a_colour_of_its_own() -> None:
    types = {**ONTOLOGY.types, "Vessel": ActorType("a ship", "Vessel")}
    made = rules(replace(ONTOLOGY, types=types))
    assert made["node.Vessel"]["caption"] == '"{name}"'
    assert len({made[f"node.{name}"]["color"] for name in types}) == len(types)


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_statuses_differ_for_any_colour_vision(blindness: str) -> None:
    colours = [style.AFFIRMED[0], *(colour for colour, _, _ in style.STATUSES.values())]
    for one, other in combinations(colours, 2):
        seen = [lab(apply(BLINDNESS[blindness], linear(colour))) for colour in (one, other)]
        distance = sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5
        assert distance > 15, (one, other, distance)


def test_text_on_every_node_has_the_contrast_that_wcag_asks_for() -> None:
    for head, rule in rules().items():
        if head.startswith("node"):
            lights = sorted(light(rule[key]) + 0.05 for key in ("color", "text-color-internal"))
            assert lights[1] / lights[0] >= 4.5, head


def test_favourites_hold_every_question_and_only_read() -> None:
    with zipfile.ZipFile(io.BytesIO(favourites.archive(SCRIPTS))) as file:
        texts = {name: file.read(name).decode() for name in file.namelist()}
    assert len(texts) == len(SCRIPTS) >= 12 + 2 * len(QUESTIONS)
    assert all(text.startswith("// ") and name.endswith(".cypher") for name, text in texts.items())
    whole = "\n".join(texts.values())
    for question in QUESTIONS.values():
        for how in ("Table", "Drawn"):
            text = next(text for text in texts.values() if f"{how}: {question.title}\n" in text)
            assert all(f". {tier.title}\n" in text for tier in question.tiers)
            for name, parameter in question.parameters.items():
                asked = f"${name}_id" if parameter.type == "actor" else f"${name}"
                assert f"// {asked}: " in text
                assert asked in text.partition("WITH ")[2]
    assert all(f"{name}: {predicate.means}" in whole for name, predicate in ONTOLOGY.predicates.items())
    assert all(f":{label}" in whole for label in STATEMENT_LABELS)
    for script in SCRIPTS[1:]:
        check_read_only(script.text(1))
        check_read_only(script.step())
        assert "$" not in script.written
    assert favourites.archive(SCRIPTS) == favourites.archive(favourites.scripts(ONTOLOGY, QUESTIONS))


def test_the_first_favourite_sets_every_parameter() -> None:
    used = {name for script in SCRIPTS[1:] for name in re.findall(r"\$(\w+)", script.cypher)}
    assert SCRIPTS[0].cypher.startswith(":params {")
    assert set(re.findall(r'"(\w+)": ', SCRIPTS[0].cypher)) == used


def test_the_guide_tells_of_every_type_status_predicate_and_question() -> None:
    page = Page(guide.page(ONTOLOGY, SCRIPTS, BROWSER))
    for name, type_ in ONTOLOGY.types.items():
        assert name in page.text
        assert type_.means in page.text
    for name, predicate in ONTOLOGY.predicates.items():
        assert name in page.text
        assert predicate.means in page.text
    assert all(label in page.text and means in page.text for label, (_, _, means) in style.STATUSES.items())
    assert all(question.title in page.text for question in QUESTIONS.values())
    assert page.queries == [script.step() for script in SCRIPTS[1:]]
    titles = [script.title for script in SCRIPTS[1:]]
    assert titles[0] == "What is here"
    assert titles[-1] == "Drawn: Who benefits if sanctions are lifted"
    assert [unquote(link.split("&arg=")[1]) for link in page.links] == page.queries


def test_the_guide_escapes_what_comes_from_ontology_and_questions() -> None:
    types = {**ONTOLOGY.types, "Person": ActorType(HOSTILE, "Person")}
    question = replace(QUESTIONS["who-benefits"], title=HOSTILE, meaning=HOSTILE)
    tiers = tuple(replace(tier, title=HOSTILE) for tier in question.tiers)
    made = favourites.scripts(ONTOLOGY, {"who-benefits": replace(question, tiers=tiers)})
    page = Page(guide.page(replace(ONTOLOGY, types=types), made, f'{BROWSER}"><script>'))
    assert page.tags.count("script") == 1
    assert page.queries[-1] == made[-1].step()
    assert HOSTILE.splitlines()[0] in page.text
    assert len(page.links) == len(made) - 3  # a query with & would be cut by Browser, so it has no link
    for script in made[1:]:
        check_read_only(script.text(1))


def test_a_literal_comes_out_as_it_went_in() -> None:
    assert favourites.literal(["a'b\\", 1, True, None]) == "['a\\'b\\\\', 1, true, null]"


def test_browser_kit_writes_the_three_files(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["browser-kit", str(tmp_path / "a" / "kit")])
    assert done.exit_code == 0, done.output
    assert [path.name for path in sorted((tmp_path / "a" / "kit").iterdir())] == sorted(FILES)
    assert done.stdout.count("Wrote ") == 3


def test_browser_kit_says_in_one_line_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(main, ["browser-kit", str(tmp_path / "file")])
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_serving_gives_the_three_files_to_another_origin_and_nothing_else(tmp_path: Path) -> None:
    write_kit(tmp_path, ONTOLOGY, QUESTIONS, BROWSER)
    (tmp_path / "secret.txt").write_text("x")
    with serving(tmp_path, 0) as address:
        for name in FILES:
            with urllib.request.urlopen(f"{address}/{name}") as answer:
                assert answer.headers["Access-Control-Allow-Origin"] == "*"
                assert answer.read() == (tmp_path / name).read_bytes()
        for path in ("secret.txt", "", "../secret.txt"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(f"{address}/{path}")
        with pytest.raises(InputError, match="cannot be served on"), serving(tmp_path, int(address[-5:])):
            pass


def test_everyday_queries_are_at_least_a_dozen_and_their_file_is_whole() -> None:
    data = tomllib.loads((Path(favourites.__file__).parent / "everyday.toml").read_text())
    assert len(data["queries"]) >= 12
    assert len({query["id"] for query in data["queries"]}) == len(data["queries"])


class Page(HTMLParser):
    """What a reader sees of a page: text, tags, links into Browser, and queries."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.tags, self.links, self.queries = "", list[str](), list[str](), list[str]()
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in = tag
        if tag == "a":
            self.links.append(str(dict(attributes)["href"]))
        if tag == "pre":
            self.queries.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in == "pre":
            self.queries[-1] += data


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def light(colour: str) -> float:
    return sum(part * weight for part, weight in zip(linear(colour), (0.2126, 0.7152, 0.0722), strict=True))


def apply(matrix: tuple[tuple[float, ...], ...], rgb: list[float]) -> list[float]:
    return [min(1, max(0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in matrix]


def lab(rgb: list[float]) -> list[float]:
    xyz = apply(((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8729)), rgb)
    x, y, z = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in xyz)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]

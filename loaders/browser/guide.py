"""The guide: one page that walks an analyst from "what is here" to "who benefits".

Opened as a file it stands for itself: each query can be copied, or opened in Neo4j Browser by its link.
Neo4j Browser also shows it in its sidebar (`:guide URL`), one <slide> a page; there a click on a query
puts it into the editor. What is only for the file has the attribute `hidden`, which the page's own
style overrides. Everything from the ontology and the questions is escaped.
"""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from graph.ontology import Ontology
from loaders.browser.favourites import PARAMETERS, Script
from loaders.browser.style import AFFIRMED, LINKS, STATUSES, ink, tie_colour, type_colours

TITLE = "From what is here to who benefits"
_HEAD = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{TITLE}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
slide {{ display: block; border-top: 1px solid #ccc; padding: 1rem 0; }}
pre {{ background: #f4f4f4; padding: .8rem; overflow: auto; max-height: 22rem; font-size: 13px; }}
td {{ padding: .15rem .6rem .15rem 0; vertical-align: top; }}
.file[hidden] {{ display: inline-block; margin-right: 1rem; }}
</style>
</head>
<body>
"""
_TAIL = """<script>
for (const button of document.querySelectorAll("button.file")) {
  const query = button.closest("slide").querySelector("pre").textContent;
  button.onclick = () => navigator.clipboard.writeText(query).then(() => (button.textContent = "Copied"));
}
</script>
</body>
</html>
"""


def page(ontology: Ontology, scripts: Sequence[Script], browser: str) -> str:
    """The text of guide.html; `browser` is the address of Neo4j Browser, for the links."""
    steps = [script for script in scripts if script.title != PARAMETERS]
    slides = [_welcome(), _colours(ontology), _ties(ontology)]
    slides += [_step(number, script, browser) for number, script in enumerate(steps, 1)]
    slides.append(_quotes())
    return (
        _HEAD
        + "".join(f'<slide>\n<div style="padding: 0 1rem">\n{slide}</div>\n</slide>\n' for slide in slides)
        + _TAIL
    )


def link(browser: str, query: str) -> str | None:
    """The address that opens Neo4j Browser with a query in the editor.

    The query stands in the fragment, so that it may be long and no server logs it. Browser decodes
    the whole address before it looks for & and #, so a query with one of them has no link.
    """
    if set("&#") & set(query):
        return None
    return f"{browser}#?cmd=edit&arg={quote(query, safe='')}"


def _welcome() -> str:
    return (
        f"<h3>{TITLE}</h3>\n<p>Each step is a query: put it into the editor of Neo4j Browser, run it with "
        "Ctrl+Enter, change it as you like. They only read. Drop style.grass on Browser first, or all nodes "
        "look alike.</p>\n<p>An <em>actor</em> is a person, company, state … A <em>statement</em> is what a "
        "text says of two actors; its quote is on it. A <em>tie</em> goes straight from actor to actor and "
        "stands only for what is said to be so: a denial or a plan is a statement, never a tie.</p>\n"
    )


def _colours(ontology: Ontology) -> str:
    types = "".join(
        _row(colour, name, ontology.types[name].means) for name, colour in type_colours(ontology).items()
    )
    statuses = _row(AFFIRMED[0], "Statement", AFFIRMED[2]) + "".join(
        _row(colour, label, means) for label, (colour, _, means) in STATUSES.items()
    )
    return (
        f"<h3>What the colours say</h3>\n<p>Actors, by type:</p>\n<table>\n{types}</table>\n"
        f"<p>Statements, by status; they have a black rim:</p>\n<table>\n{statuses}</table>\n"
    )


def _ties(ontology: Ontology) -> str:
    ties = "".join(
        _row(tie_colour(predicate), name, predicate.means + (" (either way)" if predicate.symmetric else ""))
        for name, predicate in ontology.predicates.items()
    )
    links = ", ".join(escape(f"{name} ({means})") for name, means in LINKS.items())
    return (
        "<h3>What the ties say</h3>\n<p>Orange: hostile. Blue: an act between the two. Grey: other ties. "
        f"A thick line holds for a time, a thin one is an event.</p>\n<table>\n{ties}</table>\n"
        f"<p>Thin grey lines lead from statements to what they speak of: {links}.</p>\n"
    )


def _step(number: int, script: Script, browser: str) -> str:
    query = script.step()
    address = link(browser, query)
    opens = ""
    if address is not None:
        opens = f'<a class="file" hidden target="_blank" href="{escape(address)}">Open in Neo4j Browser</a>'
    return (
        f"<h3>{number}. {escape(script.title)}</h3>\n<p>{escape(_means(script))}</p>\n"
        f"{_look(script)}"
        f'<pre class="pre-scrollable code runnable">{escape(query)}</pre>\n'
        f"<p>{opens}"
        '<button class="file" hidden type="button">Copy</button></p>\n'
    )


def _means(script: Script) -> str:
    means = script.means
    for name, value in script.parameters.items():
        means = means.replace(f"${name}", str(value))
    return means


def _look(script: Script) -> str:
    look = f"<p><em>{escape(script.look)}</em></p>\n" if script.look else ""
    if not script.parameters:
        return look
    names = ", ".join(escape(f"{name} = {value!r}") for name, value in script.parameters.items())
    return f"{look}<p>Written into the query: {names}. Change it there.</p>\n"


def _quotes() -> str:
    return (
        "<h3>Read before you believe</h3>\n<p>In the last picture, click on a statement: it has a black rim. "
        "The panel at the right shows its <code>quote</code>, <code>attribution</code>, "
        "<code>conditions</code> and <code>confidence</code>. A statement may be misread, and a text may be "
        "wrong: an answer is worth as much as the sentence behind it.</p>\n"
    )


def _row(colour: str, name: str, means: str) -> str:
    swatch = f"background:{colour};color:{ink(colour)};padding:0 .4rem;border:1px solid #777"
    return f'<tr><td><span style="{swatch}">{escape(name)}</span></td><td>{escape(means)}</td></tr>\n'

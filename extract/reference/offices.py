"""Which person "the president" or "the Polish prime minister" is, on the date of the document."""

from collections.abc import Sequence

from extract.names.figures import Cast, Figure
from extract.reference.candidates import Sentence
from extract.syntax.parse import Token
from graph.registry import Registry

REACH = 12
# A State has several of these at once, whatever the registry knows.
MANY = frozenset({"adviser", "advisor", "ambassador", "coordinator", "envoy", "representative"})


def title_of(noun: Token) -> str:
    """The title that a noun heads, in lower case: "prime minister", "foreign minister"."""
    words = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i]
    words = [c for c in words if c.ent_type_ not in ("NORP", "GPE") or c.lower_ == "treasury"]
    return " ".join([c.lower_ for c in words] + [noun.lemma_.lower() if noun.tag_ == "NN" else noun.lower_])


def office_holder(
    noun: Token,
    country: Figure | None,
    cast: Cast,
    registry: Registry,
    date: str | None,
    place: int,
    sentences: Sequence[Sentence],
) -> Figure | None:
    """The holder: of the country beside the title; else one named lately; else that of the home state.

    None for a title the registry does not know, where "former" or an indefinite article stands before it,
    and where two holders remain.
    """
    if noun.text[:1].isupper() and noun.dep_ in ("compound", "nmod"):
        return None
    words = [c.lower_ for c in noun.children]
    if any(
        w in ("former", "ex", "late", "a", "an", "any", "no", "next", "acting", "deputy", "vice", "then")
        for w in words
    ):
        return None
    if any(c.dep_ in ("prep", "poss") for c in noun.children) and country is None:
        return None
    title = title_of(noun)
    if noun.lemma_.lower() in MANY:
        return None
    code = None
    if country is not None and country.registry is not None:
        code = registry.entries[country.registry].country
        if code is None:
            return None
    elif "the" not in words:
        return None
    people = {person for _, person in registry.holders(title, date, code)}
    if not people:
        return None
    if code is None:
        people = {
            _nearest(people, cast, place, sentences) or _at_home(people, cast, registry, title, date) or ""
        }
    if len(people) != 1 or "" in people:
        return None
    person = people.pop()
    for figure in cast.figures:
        if figure.registry == person:
            return figure
    entry = registry.entries[person]
    state = registry.state(entry.country or "")
    figure = Figure(
        person, entry.name, "Person", person, state.id if state is not None else None, entry.gender
    )
    cast.figures.append(figure)
    return figure


def _nearest(people: set[str], cast: Cast, place: int, sentences: Sequence[Sentence]) -> str | None:
    """The one of them that the text named last, a dozen sentences back at most."""
    for back in range(1, min(REACH, place + 1)):
        named = {
            c.figure.registry
            for c in sentences[place - back].candidates
            if c.figure is not None and c.figure.registry in people
        }
        if len(named) == 1:
            return named.pop()
        if named:
            return None
    return None


def _at_home(people: set[str], cast: Cast, registry: Registry, title: str, date: str | None) -> str | None:
    if cast.home is None:
        return None
    own = {person for _, person in registry.holders(title, date, cast.home)} & people
    return own.pop() if len(own) == 1 else None

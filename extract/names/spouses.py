"""A woman named first by her given name, "his wife, Helen", and then by the family name: "Mrs Gallaway", "Ms Artyukhova"."""

from collections.abc import Sequence

from extract.names.figures import Figure, name_words
from extract.names.neighbours import beside
from extract.nlp import Parsed

FAMILY = frozenset({"wife", "daughter", "sister", "widow", "ex-wife", "mother"})


def join_spouses(figures: list[Figure], parsed: Sequence[Parsed]) -> list[Figure]:
    """The figures, those joined into one who are one: a given name beside "wife", a family name of a woman."""
    people = [f for f in figures if f.key.startswith("person:")]
    surnames = {name_words(n)[-1] for f in people for n in f.spellings if " " in n}
    given = [f for f in people if _alone(f) and _of_family(f, parsed)]
    families = [
        f
        for f in people
        if _alone(f) and f not in given and any(_feminine(n, surnames, f.gender) for n in f.spellings)
    ]
    if len(given) != 1 or len(families) != 1 or given[0].gender == "m":
        return figures
    woman, named = given[0], families[0]
    full = f"{next(iter(woman.spellings))} {next(iter(named.spellings))}"
    for spot in named.spots:
        woman.add(spot)
    woman.spellings[full] += 1
    woman.gender = "f"
    return [f for f in figures if f is not named]


def _alone(figure: Figure) -> bool:
    return all(" " not in name for name in figure.spellings)


def _of_family(figure: Figure, parsed: Sequence[Parsed]) -> bool:
    for spot in figure.spots:
        doc = parsed[spot.segment].doc
        if any(noun.lemma_ in FAMILY for noun in beside(doc[spot.start : spot.end].root, spot)):
            return True
    return False


def _feminine(name: str, surnames: set[str], gender: str | None) -> bool:
    """Whether a name is a man's family name as his wife bears it."""
    if gender == "f" and name in surnames:
        return True
    return gender != "m" and name.endswith("a") and (name[:-1] in surnames or f"{name[:-3]}y" in surnames)

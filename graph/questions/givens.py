"""What every query of a question may use beside the parameters of its question."""

from graph.ontology import Ontology
from graph.questions.texts import KINDS

GIVENS = frozenset({"kinds", "mutual"})


def givens(ontology: Ontology, texts_only: bool = False) -> dict[str, list[str]]:
    """Their values: `$kinds` of evidence (with `texts_only` not the registry), predicates that are `$mutual`."""
    return {
        "kinds": [kind for kind in KINDS if not (texts_only and kind == "registry")],
        "mutual": sorted(name for name, rule in ontology.predicates.items() if rule.symmetric),
    }

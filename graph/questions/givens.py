"""What every query of a question may use beside the parameters of its question."""

from graph.ontology import Ontology
from graph.questions.texts import KINDS

GIVENS = frozenset({"kinds", "mutual", "lasting"})
# Holds over a time too, but is asked for by the day it was imposed.
_IMPOSED = "SANCTIONED_BY"


def givens(ontology: Ontology, texts_only: bool = False) -> dict[str, list[str]]:
    """Their values: `$kinds` of evidence (with `texts_only` not the registry), and predicates that are `$mutual`, or
    `$lasting` from the day they begin on."""
    predicates = ontology.predicates.items()
    return {
        "kinds": [kind for kind in KINDS if not (texts_only and kind == "registry")],
        "mutual": sorted(name for name, rule in predicates if rule.symmetric),
        "lasting": sorted(name for name, rule in predicates if rule.nature == "state" and name != _IMPOSED),
    }

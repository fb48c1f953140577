"""What each sentence of a document says, in order, each relation once."""

from collections.abc import Iterable, Sequence

from extract.frame import Index
from extract.readings.answers import answered
from extract.readings.authority import with_authority
from extract.readings.conditions import dependences
from extract.readings.contingencies import depend, link
from extract.readings.drafts import Draft, read_drafts
from extract.readings.labels import labelled
from extract.readings.matching import Found, match
from extract.readings.notices import listings
from extract.readings.repetitions import do_again, say_again
from extract.readings.sameoffice import said_before, said_better
from extract.reference.candidates import Sentence
from extract.reference.scene import Scene
from extract.status.tally import Status
from extract.syntax.parse import Token
from extract.syntax.tenses import asked
from extract.vocabulary.lexicon import Lexicon
from graph.ontology import Ontology

CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis", "relcl"})
# What is said by one word and is more than another reading of it: who backs a firm with money, a campaign.
MORE = {"SUPPORTS": frozenset({"INVESTS_IN"}), "FINANCES": frozenset({"DONOR_TO", "INVESTS_IN"})}


def draft(
    sentences: Sequence[Sentence],
    index: Index,
    scene: Scene,
    ontology: Ontology,
    lexicon: Lexicon,
    listing: Index,
) -> list[Draft]:
    """All readings of a document as drafts, in order, each relation of a sentence once.

    `listing` are the frames of sanctions, which tell whose list the text speaks of; none, and nobody's is assumed.
    """
    drafts: list[Draft] = []
    scene = with_authority(sentences, listing, scene, ontology)
    for place, frame, subject, authority in listings(scene, sentences):
        listed = Found(frame, subject.token, subject, authority)
        drafts.append(Draft(listed, place, frame.predicate, Status(), "affirmed", "actual"))
    for place, found in labelled(scene, sentences):
        drafts.append(Draft(found, place, found.frame.predicate, Status(), "affirmed", "actual"))

    def reread(place: int) -> list[Draft]:
        return _read(sentences[place], place, (), index, scene, ontology, lexicon, asked=True)

    for place, sentence in enumerate(sentences):
        if not asked(sentence.span[-1]):
            near = place > 0 and sentences[place - 1].segment == sentence.segment
            before = [d for d in drafts if d.sentence == place - 1] if near else []
            made = _read(sentence, place, drafts, index, scene, ontology, lexicon)
            again = (
                *say_again(made, before, sentence, place, scene, ontology),
                *do_again(made, before, sentence, place, scene, ontology, lexicon),
            )
            drafts += _once((*made, *again), ontology)
    drafts += answered(sentences, reread, scene)
    drafts += depend(drafts, dependences(sentences, lexicon))
    link(drafts)
    return drafts


def _read(
    sentence: Sentence,
    place: int,
    drafts: Sequence[Draft],
    index: Index,
    scene: Scene,
    ontology: Ontology,
    lexicon: Lexicon,
    asked: bool = False,
) -> list[Draft]:
    """What the frames read in a sentence, without what is said better beside it or was said before."""
    made = [
        one
        for found in match(sentence, index, scene, ontology)
        for one in read_drafts(found, place, ontology, lexicon, asked)
    ]
    said = [(one.predicate, one.found) for one in made]
    made = [one for one in made if not (_less(one, made) or said_better((one.predicate, one.found), said))]
    told = [(one.predicate, one.found) for one in (*drafts, *made)]
    return [one for one in made if not said_before((one.predicate, one.found), told)]


def _once(made: Iterable[Draft], ontology: Ontology) -> list[Draft]:
    """Each relation of a sentence once, unless another clause of it says the opposite."""
    seen: dict[tuple[str, int, int], list[Draft]] = {}
    kept = []
    for one in made:
        ends = (id(one.found.subject.figure), id(one.found.object.figure))
        if ontology.predicates[one.predicate].symmetric:
            ends = (min(ends), max(ends))
        alike = seen.setdefault((one.predicate, *ends), [])
        if not alike or _otherwise(one, alike):
            alike.append(one)
            kept.append(one)
    return kept


def _less(one: Draft, made: Sequence[Draft]) -> bool:
    """Whether the same word says more of the same two: "backed by Gazprom" of a firm is an investment."""
    more = MORE.get(one.predicate, ())
    return bool(more) and any(
        other.predicate in more
        and other.found.trigger == one.found.trigger
        and other.found.subject.figure is one.found.subject.figure
        and other.found.object.figure is one.found.object.figure
        for other in made
    )


def _otherwise(one: Draft, said: Sequence[Draft]) -> bool:
    """Whether another clause of the sentence says the opposite: "hoped to see B; B did not receive him"."""
    return all(one.polarity != d.polarity and _clause(one) != _clause(d) for d in said)


def _clause(made: Draft) -> Token:
    token = made.found.trigger
    while token.head != token and not (token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES):
        token = token.head
    return token

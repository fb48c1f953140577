"""A question in plain English to a question file and what its parameters are told, by phrasings."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from backchannel.spotting import Spotted, Spotter
from backchannel.wording import Word, plain, split
from graph.model import InputError
from graph.questions.catalogue import Parameter, Question
from graph.questions.phrasings import expand, parameter_of
from graph.resolve.names import fold

Part = Spotted | str
_ACTORS = ("actor", "actors")
_SLOT = re.compile(r"@(\d+)")
_JOINT = re.compile(r"\s*(?:,|\band\b|\bor\b|\bas well as\b|\bplus\b)\s*")


class NotUnderstood(InputError):
    """No question file is meant for certain; `nearest` are those that come closest."""

    def __init__(self, message: str, nearest: Iterable[Question]) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question file, and for its parameters the actors, words or dates that the question names."""

    question: Question
    told: Mapping[str, tuple[Part, ...]]

    @property
    def words(self) -> dict[str, str]:
        """What is told, as the question has it."""
        return {
            name: " and ".join(part if isinstance(part, str) else part.words for part in parts)
            for name, parts in self.told.items()
        }


def understand(
    text: str,
    questions: Mapping[str, Question],
    spotter: Callable[[], Spotter],
    parse: Callable[[Sequence[Word], Sequence[str]], Iterable[str]] | None = None,
) -> Understood:
    """The one question that `text` names, or that a phrasing fits from the first word to the last.

    Phrasings are tried with the actors that `spotter` finds, then on what `parse` makes of the sentence,
    last with any words in an actor's place, so that an unknown name is told as such. A general question
    is meant only where no other is. Raises
    NotUnderstood where no question or several are meant.
    """
    question = named(text, questions)
    if question is not None:
        return Understood(question, {})
    written = split(text)
    words, spotted = spotter().spot(written)
    asked = plain(words)
    run = _campaign_of(words, spotted, spotter())
    first = [asked] if run is None else [plain(run), asked]
    for candidates, strict in _readings(first, written, words, parse):
        found = [
            understood
            for question in questions.values()
            for candidate in candidates
            for understood in _fits(question, candidate, spotted, strict, spotter())
        ]
        found = [one for one in found if not one.question.general] or found
        best = {understood.question.id: understood for understood in reversed(found)}
        if len(best) == 1:
            return next(iter(best.values()))
        if best:
            raise NotUnderstood(
                "this may mean several questions", [understood.question for understood in best.values()]
            )
    raise NotUnderstood("this question is not understood", nearest(asked, questions))


def named(text: str, questions: Mapping[str, Question]) -> Question | None:
    """The question that `text` names by its id."""
    return questions.get(text.strip()) or questions.get(fold(text).replace(" ", "-"))


def nearest(asked: str, questions: Mapping[str, Question]) -> list[Question]:
    """The three questions whose words come closest to the ones asked."""
    bare = _SLOT.sub(" ", asked)

    def closeness(question: Question) -> float:
        examples = (question.title, question.id.replace("-", " "), question.meaning)
        title, name, meaning = (fuzz.token_set_ratio(bare, fold(example)) for example in examples)
        return max(title, name) + meaning / 2

    return sorted(questions.values(), key=lambda question: (-closeness(question), question.id))[:3]


def _campaign_of(words: Sequence[str], spotted: list[Spotted], spotter: Spotter) -> list[str] | None:
    """The words with who runs beside an actor that is a campaign ("Doe's campaign"); None where there is none.

    Whom it is of is added to `spotted`. A campaign that no document mentions is left out.
    """
    for place, word in enumerate(words):
        one = spotted[int(word[1:])] if _SLOT.fullmatch(word) else None
        name, _, last = ("", "", "") if one is None else one.words.rpartition(" ")
        if one is not None and last == "campaign":
            of, found = spotter.spot(split(name))
            if of == ["@0"]:
                spotted.append(found[0])
                both = [word] if one.actors else []
                return [*words[:place], *both, f"@{len(spotted) - 1}", last, *words[place + 1 :]]
    return None


def _readings(
    first: list[str],
    written: Sequence[Word],
    words: Sequence[str],
    parse: Callable[[Sequence[Word], Sequence[str]], Iterable[str]] | None,
) -> Iterable[tuple[list[str], bool]]:
    yield first, True
    if parse is not None and first[-1]:
        yield [plain(text.split()) for text in parse(written, words)], True
    yield first, False


def _fits(
    question: Question, asked: str, spotted: Sequence[Spotted], strict: bool, spotter: Spotter
) -> Iterable[Understood]:
    for pattern in _patterns(question, strict):
        match = pattern.fullmatch(asked)
        if match is None:
            continue
        told: dict[str, tuple[Part, ...]] = {}
        for name, value in match.groupdict().items():
            if value is None:
                continue
            parameter = parameter_of(name)
            known = question.parameters[parameter]
            parts = list(_parts(value, known, spotted))
            names = [part for part in parts if isinstance(part, str) and known.type in _ACTORS]
            if not parts or any(map(spotter.empty, names)):
                break
            told[parameter] = (*told.get(parameter, ()), *parts)
        else:
            yield Understood(question, told)
            return


@cache
def _patterns(question: Question, strict: bool) -> list[re.Pattern[str]]:
    several = {name: parameter.type == "actors" for name, parameter in question.parameters.items()}
    return [re.compile(expand(phrasing, several, strict)) for phrasing in question.phrasings]


def _parts(value: str, parameter: Parameter, spotted: Sequence[Spotted]) -> Iterable[Part]:
    """What a stretch of a question tells a parameter; nothing where actors and other words are mixed."""
    if parameter.type not in _ACTORS:
        return [value.removeprefix("#")]
    if _SLOT.search(value) is None:
        return [value]
    parts: list[Part] = []
    for piece in filter(None, _JOINT.split(value)):
        slots = [spotted[int(number)] for number in _SLOT.findall(piece)]
        if slots and _SLOT.sub("", piece).strip():
            return []
        parts += slots or [piece]
    return parts

"""Which language a text is in, told paragraph by paragraph: only English is read.

Function words settle nearly all English at once; what has few of them is shown to py3langid.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

ENGLISH = "en"
LEAST_WORDS = 8
SURE_SHARE = 0.3  # of function words: what has as many is English
SURE = 0.99


def language_of(text: str) -> tuple[str, bool]:
    """The language that most of a text is in (ISO 639-1), and whether a paragraph of it can be read.

    A text too short to tell counts as English.
    """
    letters: Counter[str] = Counter()
    for paragraph in _paragraphs(text):
        language = foreign(paragraph)
        if language is not None or is_english(paragraph):
            letters[language or ENGLISH] += len(paragraph)
    if not letters:
        return ENGLISH, True
    return letters.most_common(1)[0][0], ENGLISH in letters


def foreign(text: str) -> str | None:
    """The language of a paragraph that is not English; None for English and for what is too short."""
    words = _words().findall(text)
    letters = sum(map(len, words))
    latin = sum(len(word) for word in words if word[0] < "\u0250" or "\u1e00" <= word[0] < "\u1f00")
    if letters >= 10 and latin * 2 < letters:
        return _guess(text, latin=False)
    if len(words) < LEAST_WORDS:
        return None
    share = sum(word.lower() in _function_words() for word in words) / len(words)
    if share >= SURE_SHARE:
        return None
    return _guess(text)


def is_english(paragraph: str) -> bool:
    """Whether a paragraph is long enough to tell, and English."""
    words = _words().findall(paragraph)
    share = sum(word.lower() in _function_words() for word in words)
    if len(words) < LEAST_WORDS:
        return False
    return share >= SURE_SHARE * len(words) or _identifier().classify(paragraph[:2000])[0] == ENGLISH


def name_of(language: str) -> str:
    """The English name of a language."""
    return str(_data()["names"].get(language, f"another language ({language})"))


def _paragraphs(text: str) -> Iterator[str]:
    """Lines, those that break a sentence put together."""
    for block in re.split(r"\n[ \t\r]*\n|(?<=[.!?:\"”])[ \t\r]*\n", text):
        yield block[:5000]


def _guess(text: str, latin: bool = True) -> str | None:
    """The language of a text that is not likely to be English; None where that is what it is, or not sure."""
    language, chance = _identifier().classify(text[:2000])
    if language == ENGLISH or (latin and chance < SURE):
        return None if latin else "und"
    return str(language)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([ENGLISH, *(code for code in _data()["names"] if code != "und")])
    return identifier


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("extract").joinpath("languages.toml").read_text(encoding="utf-8"))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(_data()["function_words"].split())


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")

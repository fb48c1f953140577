"""Which language a text is in, told paragraph by paragraph: only English is read.

Function words settle nearly all English at once; what has few of them is shown to py3langid.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
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
        language = tell_language(paragraph)
        if language is not None:
            letters[language] += len(paragraph)
    if not letters:
        return ENGLISH, True
    return letters.most_common(1)[0][0], ENGLISH in letters


def tell_language(text: str) -> str | None:
    """The language of a paragraph (ISO 639-1, "und" if unknown), None for what is too short to tell."""
    words = _words().findall(text.lower())
    if not text.isascii() and _another_script(words):
        language = str(_identifier().classify(text[:2000])[0])
        return language if language != ENGLISH else "und"
    if len(words) < LEAST_WORDS:
        return None
    if sum(map(_function_words().__contains__, words)) >= SURE_SHARE * len(words):
        return ENGLISH
    language, chance = _identifier().classify(text[:2000])
    return str(language) if language == ENGLISH or chance >= SURE else None


def _another_script(words: Sequence[str]) -> bool:
    """Whether most letters (of ten at least) are not Latin."""
    letters = sum(map(len, words))
    latin = sum(len(word) for word in words if word[0] < "\u0250" or "\u1e00" <= word[0] < "\u1f00")
    return letters >= 10 and latin * 2 < letters


def name_of(language: str) -> str:
    """The English name of a language."""
    return str(_data()["names"].get(language, f"another language ({language})"))


def _paragraphs(text: str) -> Iterator[str]:
    """Lines, those that break a sentence put together."""
    for block in re.split(r"\n[ \t\r]*\n|(?<=[.!?:\"”])[ \t\r]*\n", text):
        yield block[:5000]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([ENGLISH, *(code for code in _data()["names"] if code != "und")])
    return identifier


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("extract.texts").joinpath("languages.toml").read_text(encoding="utf-8")
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset(_data()["function_words"].split())


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")

"""Affirmed or denied, actual, intended, possible or conditional: the words that govern a trigger."""

import pytest

from extract.status.assertion import assess
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


STATUS = {
    # sentence: (trigger, polarity, modality)
    "Shell bought Sonatrach": ("bought", "affirmed", "actual"),
    "Shell did not buy Sonatrach": ("buy", "negated", "actual"),
    "Shell never met Qatar": ("met", "negated", "actual"),
    "No official from Shell met Qatar": ("met", "affirmed", "actual"),  # the end is denied, see test_ends
    "Shell denied buying Sonatrach": ("buying", "negated", "actual"),
    "Shell refused to buy Sonatrach": ("buy", "negated", "actual"),
    "Shell left without buying Sonatrach": ("buying", "negated", "actual"),
    "Shell was unable to buy Sonatrach": ("buy", "negated", "actual"),
    "Shell failed to deny that it met Qatar": ("met", "affirmed", "actual"),
    "The talks were cancelled": ("talks", "negated", "actual"),
    "Shell went into talks": ("talks", "affirmed", "actual"),
    "Shell will go into talks": ("talks", "affirmed", "intended"),
    "The meeting failed": ("meeting", "affirmed", "actual"),
    "The meeting failed to happen": ("meeting", "negated", "actual"),
    "There were no talks between Shell and Qatar": ("talks", "negated", "actual"),
    "There is no evidence that Shell bought Sonatrach": ("bought", "negated", "actual"),
    "Shell may buy Sonatrach": ("buy", "affirmed", "possible"),
    "Shell is considering buying Sonatrach": ("buying", "affirmed", "possible"),
    "Shell is likely to buy Sonatrach": ("buy", "affirmed", "possible"),
    "Shell plans to buy Sonatrach": ("buy", "affirmed", "intended"),
    "Shell will buy Sonatrach if Qatar agrees": ("buy", "affirmed", "conditional"),
    "Shell said it bought Sonatrach": ("bought", "affirmed", "actual"),
    "Shell did not say it bought Sonatrach": ("bought", "affirmed", "actual"),
    "Shell does not plan to buy Sonatrach": ("buy", "negated", "intended"),
    "Shell does not believe Qatar bought Sonatrach": ("bought", "negated", "possible"),
    "Shell wants to avoid buying Sonatrach": ("buying", "negated", "intended"),
    "the company that never met Qatar spoke": ("met", "negated", "actual"),
    "the company that bought Sonatrach never spoke": ("bought", "affirmed", "actual"),
    "no company that bought Sonatrach spoke": ("bought", "negated", "actual"),
}


@pytest.mark.parametrize(("sentence", "expected"), STATUS.items(), ids=STATUS)
def test_status(parsed, sentence, expected):
    trigger, polarity, modality = expected
    status = assess(at(parsed(sentence), trigger), read_lexicon())
    assert (status.polarity, status.modality) == (polarity, modality)


def test_an_if_clause_is_kept_as_the_condition(parsed):
    status = assess(at(parsed("Shell will buy Sonatrach if Qatar agrees"), "buy"), read_lexicon())
    assert [c.text for c in status.conditions] == ["agrees"]


def test_what_stands_in_the_if_clause_is_conditional(parsed):
    status = assess(at(parsed("Shell will buy Sonatrach if Qatar agrees"), "agrees"), read_lexicon())
    assert status.modality == "conditional"


def test_a_presupposed_noun_is_not_touched_by_what_governs_it(parsed):
    stake = at(parsed("Shell denied a stake in Sonatrach"), "stake")
    assert assess(stake, read_lexicon()).polarity == "negated"
    assert assess(stake, read_lexicon(), given=True).polarity == "affirmed"


def test_no_longer_is_denied_now_and_former(parsed):
    status = assess(at(parsed("Shell is no longer a partner of Qatar"), "partner"), read_lexicon())
    assert (status.polarity, status.former) == ("negated", True)

"""What a statement hangs on, in all its forms; the words are kept."""

import pytest

CONDITIONS = {
    "Shell would sue Sonatrach if Poland agreed.": "if Poland agreed",
    "Shell may sue Sonatrach if Poland agrees.": "if Poland agrees",
    "Shell will sue Sonatrach unless Poland pays.": "unless Poland pays",
    "Should Poland agree, Shell will sue Sonatrach.": "Should Poland agree",
    "Were Poland to agree, Shell would sue Sonatrach.": "Were Poland to agree",
    "Had Poland agreed, Shell would have sued Sonatrach.": "Had Poland agreed",
    "Shell would sue Sonatrach should Poland agree.": "should Poland agree",
    "Shell would sue Sonatrach only with the approval of Poland.": "only with the approval of Poland",
    "Subject to regulatory approval, Shell will sue Sonatrach.": "Subject to regulatory approval",
    "Shell will sue Sonatrach as long as it is paid.": "as it is paid",
    "Shell will sue Sonatrach on condition that it is paid.": "that it is paid",
    "Shell will sue Sonatrach as soon as it is paid.": "as it is paid",
    "Shell would sue Sonatrach in return for a licence.": "for a licence",
    "Shell will sue Sonatrach once a licence has been granted.": "once a licence has been granted",
    "Shell intends to sue Sonatrach once Poland has agreed.": "once Poland has agreed",
    "Shell is ready to sue Sonatrach, but only if Poland agrees.": "only if Poland agrees",
    "Shell could sue Sonatrach, should Poland agree.": "should Poland agree",
    "Shell would have sued Sonatrach had Poland agreed.": "had Poland agreed",
    "Shell would sue Sonatrach over the mine, provided that Poland agrees.": "that Poland agrees",
    "In the event of a default, Shell would sue Sonatrach.": "In the event of a default",
}


@pytest.mark.parametrize(("text", "words"), CONDITIONS.items(), ids=CONDITIONS)
def test_conditions(read, text, words):
    (made,) = (s for s in read(text).statements if s.predicate == "INVESTIGATED_BY")
    assert made.modality == "conditional"
    assert [c.text for c in made.conditions] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Shell sued Sonatrach once.",
        "Shell sued Sonatrach with the help of a lawyer.",
        "Shell sued Sonatrach when Poland agreed.",
        "Shell, which is subject to sanctions, sued Sonatrach.",
        "In the case of the pipeline, Shell sued Sonatrach.",
    ],
)
def test_no_conditions(read, text):
    made = [s for s in read(text).statements if s.predicate == "INVESTIGATED_BY"]
    assert [(s.modality, s.conditions) for s in made] == [("actual", ())]

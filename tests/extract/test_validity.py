"""What still holds on the day of the document, and what does not."""

import pytest

CURRENT = {
    "Shell, owned by Qatar, sued Poland.": "yes",
    "Qatar sued Gazprom's owner, Viktor Orlov.": "yes",
    "Shell has sold its stake in Sonatrach.": "no",
    "Shell plans to sell its stake in Sonatrach.": "yes",
    "Shell used to own Sonatrach.": "no",
    "Shell once owned Sonatrach.": "no",
    "Anton Krause stepped down as chief executive of Shell.": "no",
    "Anton Krause will step down as chief executive of Shell.": "yes",
    "Qatar sued Shell's one-time chief executive, Anton Krause.": "no",
    "Anton Krause, formerly chief executive of Shell, sued Poland.": "no",
    "Anton Krause was chief executive of Shell.": "no",
    "The minister said that Shell owned Sonatrach.": "unknown",
}


@pytest.mark.parametrize(("text", "current"), CURRENT.items(), ids=CURRENT)
def test_whether_it_still_holds(read, text, current):
    found = {s.current for s in read(text).statements if s.predicate in ("OWNS", "HEADS")}
    assert found == {current}

"""Twenty pages laid out as news sites do, in our own words: the story and what the page says of itself."""

import tomllib
from pathlib import Path

import pytest

from extract.texts.segments import segment

FOLDER = Path(__file__).parent / "pages"
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
# What stands around the stories.
AROUND = (
    "Accept all",
    "store cookies",
    "Privacy policy",
    "All rights reserved",
    "Harbour strike",
    "First! This is nonsense",
    "newsletter",
    "Subscribe to read on",
    "ads.push",
    "Archives",
)


def test_every_page_is_told_of():
    assert sorted(EXPECTED) == sorted(path.stem for path in FOLDER.glob("*.html"))
    assert len(EXPECTED) == 20


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_saved_page(read, name):
    wanted = EXPECTED[name]
    (document,) = read((FOLDER / f"{name}.html").read_bytes(), wanted["url"])
    text = " ".join(document.text.split())
    places = [text.find(paragraph) for paragraph in wanted["text"]]
    assert -1 not in places
    assert places == sorted(places)
    assert document.text.startswith(wanted["title"])
    assert document.text.count(wanted["title"]) == 1
    story = " ".join(part.text for part in segment(document) if part.kind in ("headline", "body"))
    assert [around for around in AROUND if around in story] == []
    found = {key: getattr(document, key) for key in ("title", "date", "source", "author", "url")}
    assert found == {key: wanted.get(key) for key in found}
    assert document.date_inferred == wanted.get("date_inferred", False)

"""Every frame finds its own example, and not the sentence it must leave alone."""

from importlib import resources
from pathlib import Path

import pytest

from extract.frame import Frame, read_frames
from graph.model import Extraction, InputError
from graph.ontology import read_ontology

FOLDER = Path(str(resources.files("extract").joinpath("frames")))
FRAMES = read_frames(FOLDER, read_ontology())


def relations(extraction: Extraction) -> set[tuple[str, str, str]]:
    names = {m.id: {m.name, *m.aliases} for m in extraction.mentions}
    return {
        (subject, s.predicate, obj)
        for s in extraction.statements
        for subject in names[s.subject]
        for obj in names[s.object]
    }


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.name}-{f.predicate}")
def test_frame_finds_its_example(frame: Frame, read) -> None:
    assert frame.finds is not None
    sentence, subject, obj = frame.finds
    found = relations(read(sentence))
    ends = {(subject, frame.predicate, obj), (obj, frame.predicate, subject)}
    if not read_ontology().predicates[frame.predicate].symmetric:
        ends = {(subject, frame.predicate, obj)}
    assert ends & found, found


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.name}-{f.predicate}")
def test_frame_leaves_the_other_alone(frame: Frame, read) -> None:
    assert frame.ignores is not None
    assert frame.predicate not in {s.predicate for s in read(frame.ignores).statements}


def test_every_predicate_has_a_frame() -> None:
    assert {f.predicate for f in FRAMES} == set(read_ontology().predicates)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            '[[frame]]\npredicate = "LOVES"\nsubject = ["subj"]\nobject = ["obj"]\n',
            "unknown predicate 'LOVES'",
        ),
        ('[[frame]]\npredicate = "OWNS"\nsubject = ["subj"]\n', "frame 1.object"),
        (
            '[[frame]]\npredicate = "OWNS"\nsubject = ["subj"]\nobject = ["obj"]\nverbs = ["own"]\n',
            "frame 1.verbs",
        ),
        ("[[frame]\n", "not valid TOML"),
    ],
)
def test_a_frame_that_cannot_be_used_is_named(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_frames(tmp_path, read_ontology())
    assert str(path) in str(error.value)
    assert key in str(error.value)

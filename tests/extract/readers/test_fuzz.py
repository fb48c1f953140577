"""Truncated, corrupt and mislabelled files of every kind: each is read, or refused in a line that names it.

BACKCHANNEL_FUZZ tells how many inputs in all (`make fuzz` tries ten thousand); they are counted, and none
may take longer than SECONDS. What is deep, endless or a bomb is tried in test_archives.py and test_readers.py.
"""

import os
import runpy
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.texts.documents import Refused, read_documents_from
from graph.model import InputError

FILES = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent / "makers.py"))).every()
NAMES = sorted(FILES)
ALL = int(os.environ.get("BACKCHANNEL_FUZZ", "2000"))
EACH = -(-ALL // len(NAMES))
SECONDS = 20.0  # for one input
places = st.integers(0, 2**16)
edits = st.one_of(
    st.tuples(st.just("cut"), places, st.just(b"")),
    st.tuples(st.just("set"), places, st.binary(min_size=1, max_size=4)),
    st.tuples(st.just("drop"), places, st.binary(min_size=1, max_size=200)),
    st.tuples(
        st.just("put"), places, st.one_of(st.binary(max_size=50), st.sampled_from(list(FILES.values())))
    ),
    st.tuples(st.just("again"), places, st.binary(min_size=1, max_size=100)),
)


def edited(content: bytes, changes) -> bytes:
    """The content with each change made at its place (taken modulo the length)."""
    for kind, at, data in changes:
        place = at % (len(content) + 1)
        if kind == "cut":
            content = content[:place]
        elif kind == "set":
            content = content[:place] + data + content[place + len(data) :]
        elif kind == "drop":
            content = content[:place] + content[place + len(data) :]
        elif kind == "put":
            content = content[:place] + data + content[place:]
        else:
            content = content[:place] + content[place : place + len(data)] * 8 + content[place:]
    return content


@pytest.mark.parametrize("kind", NAMES)
def test_nothing_spoils_the_reading(kind):
    tried = set()

    @settings(max_examples=EACH + EACH // 4, deadline=None, derandomize=True, database=None)
    @given(changes=st.lists(edits, max_size=4), name=st.sampled_from(NAMES), same=st.booleans())
    def each(changes, name, same):
        given_name, content = kind if same else name, edited(FILES[kind], changes)
        if len(tried) >= EACH or (content, given_name) in tried:
            return
        tried.add((content, given_name))
        begun = time.monotonic()
        assert_read_or_refused(content, given_name)
        assert time.monotonic() - begun < SECONDS

    each()
    assert len(tried) == EACH


def assert_read_or_refused(content, name):
    """What is read is sound, what is not is told of in a line, and one of the two there is."""
    some = False
    try:
        for found in read_documents_from(content, name):
            some = True
            if isinstance(found, Refused):
                assert_one_line(found.reason, found.source)
                assert found.source.startswith(name)
                continue
            assert found.text.strip("\ufeff \n")
            assert found.text.encode()
            assert found.sources[0].startswith(name)
            assert list(found.part_starts) == sorted(found.part_starts)
            assert all(0 <= start <= len(found.text) for start in found.part_starts)
            assert len(found.parts) == len(found.part_starts)
    except InputError as error:
        assert not some
        assert_one_line(str(error), name)
    else:
        assert some


def assert_one_line(reason: str, name: str) -> None:
    assert reason.startswith(f"{name}: ")
    assert "\n" not in reason
    assert len(reason) < len(name) + 400

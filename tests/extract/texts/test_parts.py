"""A quote tells the page or time that it stands at, and its offsets point into the text that was read."""

import runpy
import time
from pathlib import Path
from types import SimpleNamespace

from extract.texts.documents import read_documents_from

MAKE = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "readers" / "makers.py")))
SAID = "Vladimir Putin met Donald Trump in Helsinki."


def evidence(extractor, content, name):
    """Every quote of a file, which is to be found where it says."""
    (document,) = read_documents_from(content, name)
    (found,) = extractor.documents([document])
    quotes = [quote for statement in found.statements for quote in statement.evidence]
    assert quotes
    for quote in quotes:
        assert document.text[quote.start : quote.end] == quote.quote
        for end in (quote.subject, quote.object):
            assert document.text[end.start : end.end] == end.surface
    return quotes


def test_the_page_of_a_pdf(extractor):
    pages = [["A long report", "Nothing is said here of anyone."], ["It goes on.", SAID]]
    assert {quote.part for quote in evidence(extractor, MAKE.pdf(pages), "a.pdf")} == {"p. 2"}


def test_the_time_and_speaker_of_a_cue(extractor):
    text = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>Good evening.\n\n"
    text += f"12:07.000 --> 12:09.000\n<v Ann Lee>{SAID}\n"
    (quote, *_) = evidence(extractor, text.encode(), "a.vtt")
    assert (quote.timestamp, quote.part, quote.speaker) == ("00:12:07", None, "Ann Lee")


def test_text_without_parts_has_none(extractor):
    assert {(q.part, q.timestamp) for q in evidence(extractor, SAID.encode(), "a.txt")} == {(None, None)}


def test_reading_takes_less_than_a_tenth_of_extraction(extractor):
    texts = [path.read_text() for path in sorted(Path("seeds/documents").glob("*.txt"))]
    links = "".join(f'<li><a href="/{n}"><span>Section number {n}</span></a></li>' for n in range(100))
    around = f"<nav><ul>{links}</ul></nav>", f"<aside><ul>{links}</ul></aside><footer>{links}</footer>"
    style = f"<script>{'var x = 1;' * 2000}</script><style>{'.a { b: c }' * 2000}</style>"
    pages = [
        f"<html><head><title>{text.splitlines()[0]}</title>{style}</head><body>{around[0]}<article>"
        + "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
        + f"</article>{around[1]}</body></html>"
        for text in texts
    ]

    def read(contents, name):
        return [found for content in contents for found in read_documents_from(content.encode(), name)]

    documents = read(texts, "a.txt")
    read(pages, "a.html"), list(extractor.documents(documents))  # what is loaded, is loaded
    extraction = best(lambda: list(extractor.documents(documents)))
    assert best(lambda: read(texts, "a.txt")) < extraction / 10
    assert best(lambda: read(pages, "a.html")) < extraction / 10


def best(work, tries=3):
    """The least processor time of a few tries, in seconds."""
    times = []
    for _ in range(tries):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)

"""Draw docs/pictures/who-benefits.svg from what `backchannel ask` answers on seeds/documents.

Nothing in the picture is written by hand: question, tiers, sentences, quotes and places are those of
the answer. Run `make pictures`; tests/test_docs.py fails where the picture and the answer differ.
"""

import os
import tempfile
import textwrap
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import backchannel
from graph.questions.answers import Answer, Row

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Path(__file__).with_name("who-benefits.svg")
QUESTION = "who benefits if sanctions on Viktor Landyshev are lifted?"
WIDTH = 760
COLOURS = {"answer": "#1a7f5a", "insufficient": "#b26a00", "exposure": "#767676"}
STYLE = (
    "text{font-family:system-ui,'Segoe UI','DejaVu Sans',sans-serif;font-size:14px;fill:#1f2328}"
    ".question{font-size:18px;font-weight:600}.tier{font-size:12.5px;font-weight:600}"
    ".name{font-weight:600;font-size:15px}.quote{font-size:12.5px;fill:#3d444d;font-style:italic}"
    ".place{font-size:11.5px;fill:#636c76}"
)


@dataclass
class Drawing:
    """Parts of the picture, and how far down it reaches."""

    y: float = 0
    parts: list[str] = field(default_factory=list)

    def text(self, words: str, style: str, x: int, step: float, wrap: int = 200, fill: str = "") -> None:
        """Words below what is there, broken into lines of `wrap` characters."""
        for line in textwrap.wrap(words, wrap) or [""]:
            self.y += step
            colour = f' style="fill:{fill}"' if fill else ""
            self.parts.append(f'<text class="{style}" x="{x}" y="{self.y:g}"{colour}>{escape(line)}</text>')

    def row(self, row: Row) -> None:
        """One actor of an answer: its name, what is said of it, and the sentences behind it."""
        top = self.y + 6
        self.y = top + 4
        self.text(f"{row.name} ({row.type})", "name", 38, 19)
        self.text(row.sentence, "sentence", 38, 20, 92)
        for quote in row.quotes:
            self.y += 3
            self.text(f"“{quote.quote}”", "quote", 54, 18, 101)
            place = f"{quote.sources[0]}, characters {quote.start}–{quote.end}"
            self.text(place, "place", 54, 16)
        self.y += 12
        self.parts.append(
            f'<rect x="20" y="{top:g}" width="4" height="{self.y - top:g}" fill="{COLOURS[row.kind]}"/>'
        )


def draw(answer: Answer) -> str:
    """The answer as an SVG."""
    drawing = Drawing(y=18)
    drawing.text(QUESTION[:1].upper() + QUESTION[1:], "question", 20, 18)
    tier = ""
    for row in answer.rows:
        if row.title != tier:
            drawing.y += 12
            drawing.text(row.title, "tier", 20, 18, fill=COLOURS[row.kind])
            tier = row.title
        drawing.row(row)
    height = drawing.y + 18
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" '
        f'height="{height:g}" role="img">\n<title>{escape(QUESTION)}</title>\n<style>{STYLE}</style>\n'
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1:g}" rx="6" fill="#fff" '
        'stroke="#d1d9e0"/>\n' + "\n".join(drawing.parts) + "\n</svg>\n"
    )


def main() -> None:
    """Build the samples in a folder of its own, ask, and write the picture."""
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "samples.graph"
        backchannel.build("seeds/documents", store=store)
        picture = draw(backchannel.ask(QUESTION, store=store))
    PICTURE.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()

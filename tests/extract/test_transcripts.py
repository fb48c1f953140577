"""Whole transcripts, set as publishers set them: who "we" is, and whose words are whose."""

import pytest

from extract import Extractor
from graph.model import Document, document_id
from tests.extract.conftest import lines

CALL = """Cedar Metals Ltd. (CDM) Q2 2021 Earnings Call Transcript
Jul 28, 2021

Operator

Good day, and welcome to the second-quarter conference call. I would now like to turn it over to Lena Ortiz.

Lena Ortiz -- Chief Executive Officer

Thank you, operator. In the quarter we acquired Marlow Mining. We are not in talks with Glencore.

Operator

Our first question comes from Carlos Alvear with Halberg Bank.

Carlos Alvear -- Halberg Bank -- Analyst

Thanks. Will you buy Alder Copper?

Lena Ortiz -- Chief Executive Officer

We sold our stake in it to Vale.
"""
LISTED = """Cedar Metals Ltd.

Q3 2021 Earnings Conference Call

  • Operator

  • Welcome. I would now like to turn the conference over to Lena Ortiz.

  • Lena Ortiz - Chief Executive Officer

  • Thank you. In the quarter we acquired Marlow Mining.

  • Operator

  • Our first question comes from Carlos Alvear.

  • Carlos Alvear - Analyst

  • Thanks. Was that all?

  • Lena Ortiz - Chief Executive Officer

  • It was. We are not in talks with Glencore.
"""
BROADCAST = """Aired February 14, 2025 - 00:00 ET
LENA ORTIZ, CNN INTERNATIONAL CORRESPONDENT: Good evening.
(BEGIN VIDEO CLIP)
PAUL ADEYEMI, CHIEF EXECUTIVE OF HALBERG BANK: We lent 200 million euros to Gazprom. We never met Alexey Miller.
(END VIDEO CLIP)
ORTIZ: Who else did?
ANN OTT, FORMER DIRECTOR, CEDAR METALS: Nobody.
"""
CAPTIONS = """0:00.0 | Since the United States sanctioned Oleg |
0:04.3 | Deripaska in 2018, his company has looked |
0:08.6 | for a buyer. Last week Glencore bought |
0:12.1 | Marlow Mining. |"""
RADIO = """This is Lena Ortiz, live in Cairo. Our guest has had meetings with Shell.

Mr. PAUL ADEYEMI (Chief Executive, Halberg Bank): Thank you. We lent 200 million euros to Gazprom.

ORTIZ: When was that? Mr. ADEYEMI: In May. We never met Alexey Miller.
"""
OFFICERS = """Cedar Metals Ltd.

Q3 2021 Earnings Conference Call

Executives

Lena Ortiz - Chairman of the Board, President, Chief Executive Officer

Ben Roe - Chief Financial Officer
"""
BRIEFING = """MS. HOLT: Good afternoon. The Treasury Department sanctioned Rosneft this morning.

Q    Has Rosneft bought Marlow Mining?

MS. HOLT: Ask them.

Q    Does Kushner own Affinity Partners?

MS. HOLT: I don't know."""


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            CALL,
            {
                "Cedar Metals Ltd. ACQUIRES Marlow Mining",
                "!Cedar Metals Ltd. NEGOTIATES_WITH Glencore",
                "Lena Ortiz HEADS Cedar Metals Ltd.",
                "Carlos Alvear WORKS_FOR Halberg Bank",
            },
            {"Halberg Bank ACQUIRES Alder Copper"},
        ),
        (
            LISTED,
            {"Cedar Metals Ltd. ACQUIRES Marlow Mining", "!Cedar Metals Ltd. NEGOTIATES_WITH Glencore"},
            set(),
        ),
        (
            BROADCAST,
            {
                "Lena Ortiz WORKS_FOR CNN",
                "Paul Adeyemi HEADS Halberg Bank",
                "Halberg Bank FINANCES Gazprom",
                "!Halberg Bank MEETS_WITH Alexei Miller",
            },
            set(),
        ),
        (
            RADIO,
            {
                "Paul Adeyemi HEADS Halberg Bank",
                "Halberg Bank FINANCES Gazprom",
                "!Halberg Bank MEETS_WITH Alexei Miller",
            },
            {"Lena Ortiz BASED_IN Cairo"},
        ),
        (
            "This is Lena Ortiz. Why did you leave? Yes, I lived in Lima then.",
            set(),
            {"Lena Ortiz BASED_IN Lima"},
        ),
        (
            "The Daily Hour\n\nPaul Adeyemi Buys Shell; Marlow Tin Owns BP; Talks Go On. Aired 9-10p ET\n\nGood evening.",
            set(),
            {"Paul Adeyemi ACQUIRES Shell", "Marlow Tin OWNS BP"},
        ),
        (OFFICERS, set(), {"Lena Ortiz HEADS United States"}),
        (
            CAPTIONS,
            {"Oleg Deripaska SANCTIONED_BY United States", "Glencore ACQUIRES Marlow Mining"},
            set(),
        ),
        (
            BRIEFING,
            {"Rosneft SANCTIONED_BY United States"},
            {"Rosneft ACQUIRES Marlow Mining", "Jared Kushner OWNS Affinity Partners"},
        ),
    ],
)
def test_what_is_told_in_a_transcript(
    extractor: Extractor, text: str, wanted: set[str], unwanted: set[str]
) -> None:
    document = Document(document_id(text.encode()), ("call.txt",), text, date="2025-02-14")
    (found,) = extractor.documents([document])
    assert wanted <= lines(found)
    assert not unwanted & lines(found)

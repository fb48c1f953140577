"""Reading: what is joined, what is set apart, and that every character keeps its place."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.texts.lines import read_lines
from extract.texts.segments import LIGATURES, QUOTES, ZERO_WIDTH, headline, segment, split_sentences
from graph.model import Document, Segment

KINDS = {"H": "headline", "B": "body", "S": "sponsor", "C": "credits"}


def read(text: str) -> list[Segment]:
    return segment(Document("doc-1", ("a.txt",), text))


def kinds_by_line(text: str) -> dict[int, set[str]]:
    """For each line (from 0) the kinds of the segments that hold its characters."""
    found: dict[int, set[str]] = {}
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for part in read(text):
        for place in part.offsets[:-1]:
            if not text[place].isspace():
                number = next(n for n, start in enumerate(starts) if start > place) - 1
                found.setdefault(number, set()).add(part.kind)
    return found


MARKED = {
    "programme with two breaks": """
B| The ministry said on Monday that the refinery had been sold to a Swiss trader.
B| Two weeks later the sale was stopped by a court in Lagos.
S| We'll be right back after this short break.
S| This podcast is supported by Fernleaf Mattresses.
S| Everybody sleeps, but not everybody sleeps well.
S| With Fernleaf you wake up rested, and your back will thank you.
S| Get 15% off your first order at fernleaf dot com slash world.
B| Back in Lagos, the judge had asked for more papers.
B| The trader, Helvoil, denied that it had paid anyone.
C| Stay with us.
B| Nigeria's president then dismissed the minister.
""",
    "host-read in the middle": """
B| So the envoy flew to Muscat and nobody knew what he carried.
S| Let me take a second to thank our sponsor, Brightloaf.
S| Look, mornings are hard, and I love a good breakfast.
S| Brightloaf sends bread to your door, so you don't have to think about it.
S| Right now they're giving our listeners free shipping.
S| Just use code ENVOY at checkout.
B| Anyway, what the envoy carried was a letter from the Emir.
B| The letter offered Iran a way back to the talks.
""",
    "underwriting": """
B| Rwanda denied on Tuesday that its troops had crossed the border.
S| Support for this programme comes from the Hollis Foundation, working for a more just world.
S| More at hollis dot org.
B| Congo's government said it would not return to the talks.
""",
    "message from": """
S| This message comes from Tallgrass, the phone plan that doesn't hide fees.
S| Switch today and your first month is free.
S| Terms apply.
B| From New York, this is Morning Ledger. I'm Dana Whitlock.
B| The Treasury lifted sanctions on two Syrian banks.
""",
    "without an opening": """
S| Are you paying too much for car insurance?
S| Drivers who switch to Palisade save $500 a year.
S| Get your free quote today at palisade.com.
S| Savings may vary. Not available in all states.
B| I'm Tomas Ekberg, and this is the World Desk.
B| Sudan's army said it had retaken the palace.
""",
    "bank read and the story of a bank": """
B| Ostbank lent the miner 40 million dollars in March.
B| Prosecutors say that Ostbank knew where the gold came from.
B| Ostbank's chairman told the court that he had never been to Mali.
B| A second loan from Ostbank followed in May.
S| This episode is brought to you by Ostbank.
S| With Ostbank's checking account, your money works as hard as you do.
S| Open an account today at ostbank.com. Member FDIC.
B| Ostbank refused to say who signed the loan.
B| In July, Ostbank closed its office in Bamako.
""",
    "trailer and credits": """
C| Coming up on the show, how a port in Peru changed hands.
B| I'm Ana Reyes.
B| Cosco owns 60 percent of the port.
C| That's all for today, Tuesday, March 4th.
C| The Cable is a co-production of Northlight and the Herald.
C| Our producers are Jim Oakes and Lena Marsh, with help from Ravi.
C| We'll miss Jim, who leaves us this week.
C| Our theme music is by Cole Vance.
C| Fact-checking by Noor Aziz.
C| Thanks for listening. See you tomorrow.
""",
    "farewell of another kind": """
B| The president thanked the troops and left for the airport.
C| If you like the show, please rate and review us wherever you get your podcasts.
C| And check out our new show, Harbour Lights, on this app or however you find your podcasts.
C| This episode was produced by May Lind and edited by Otto Frame.
C| Special thanks to Ida Brock.
C| We'll be back on Thursday.
""",
    "newsletter": """
H| The minister who sold the mine

B| Zambia's mines minister resigned on Sunday.

S| A message from Quarry Capital:
S| Your portfolio deserves better. Start investing today at quarrycapital.com.

B| His deputy will lead the talks with the Chinese owner.

C| Sign up for our free daily newsletter and get it in your inbox.
C| Read more
""",
    "newspaper page": """
C| Skip to main content
C| Advertisement
H| Serbia wins a month's grace for its oil company
C| By Jelena Petrov
C| March 5, 2025

B| BELGRADE has until April to find a buyer for the Russian stake, officials said.

C| Advertisement

B| The United States delayed the sanctions for a third time.

C| Related:
C| - Why Gazprom will not let go
C| - The pipeline that divides a country

B| Hungary's MOL has been named as a buyer.

C| Share this
C| Comments (12)
C| © 2025 The Danube Mail. All rights reserved.
""",
    "agency": """
C| (Reporting by Ana Lind in Geneva; editing by Paul Marr)
""",
    "agency with story": """
B| Talks will go on in Geneva on Friday, the United Nations said.
C| (Reporting by Ana Lind; additional reporting by Omar Said; editing by Paul Marr)
""",
    "contributed": """
B| Kazakhstan sold its share in the uranium mine to a Chinese group.
C| ___
C| Associated Press writers Ken Low in Astana and Mia Park in Beijing contributed to this report.
""",
    "photo credits": """
H| Tanker seized off Estonia
C| Photo: Estonian Navy
B| Estonia's navy seized a tanker on Friday.
C| (AP Photo/Mart Saar)
C| Image credit: Getty Images
B| The tanker was under British sanctions.
""",
    "further listening": """
H| The Hunt for the Missing Ship
C| Further Listening:
C| - Who Owns the Shadow Fleet?
C| - A Port Called Nowhere
C| Sign up for our free newsletter.
C| Press play and read along
C| Transcript
B| In March a ship vanished off Malta.
B| It was carrying fuel for Libya.
""",
    "legal copy": """
B| The court will rule in May.
S| Today's sponsor is Pallas. Investing involves risk.
S| Visit pallas.com for details. Terms and conditions apply.
S| Pallas Securities LLC, member FDIC.
B| Judges in Madrid had rejected the first appeal.
""",
}


@pytest.mark.parametrize("name", MARKED)
def test_kinds_of_all_lines(name: str) -> None:
    wanted = [line.partition("| ") for line in MARKED[name].strip("\n").split("\n")]
    text = "\n".join(words for _, _, words in wanted)
    found = kinds_by_line(text)
    for number, (kind, _, words) in enumerate(wanted):
        if words:
            assert found[number] == {KINDS[kind]}, words


STORIES = [
    "Support for Ukraine comes from Germany and Poland. Further support comes from Japan.",
    "The programme is supported by the World Bank and sponsored by USAID.",
    "The conference was sponsored by Gazprom; the bill was sponsored by Senator Lindsey Graham.",
    "Our oil producers are suffering, the minister said. Our producers compete with Chinese dumping.",
    "Officials urged residents to visit gov.ua for details of the evacuation.",
    "Coming up on two years of war, Ukraine is short of shells. Coming up empty, the envoys left Geneva.",
    "The talks resumed after a short break. Both sides agreed to take a break from negotiations.",
    "The bank offered farmers a free trial and 20% off. The loan is subject to approval by parliament.",
    "Visits to Kyiv by ministers signal a thaw. Visit Rwanda, the slogan on the shirts, cost 40 million.",
    "Like Russia, China has been reviewing its policy. You cannot trust them, Mr. Lang said.",
    'He said: "Visit our website at example.com and use the code SAVE10 at checkout."',
    "Terms and conditions apply to the licence, according to the ministry.",
    "It was produced by the state broadcaster. The executive producers were his cousins.",
    "Advertising revenue fell at the broadcaster. Subscribers left for its rival.",
    "The film is a co-production of France and Germany. Rostec is a producer of arms.",
    "Ericsson said that its networks are made in Texas. Buyers save 20% with every cargo.",
    "Copyright law was tightened in 2019. Thanks to Gazprom, the stadium was finished.",
    "Reporting by the agency was criticised in Moscow. Editing by the censors went on.",
    "Uefa ended the sponsorship deal. Its sponsors pay 40 million euros a season for advertisements.",
    "The message came from Moscow. A message from the Kremlin reached the envoy.",
    "Germany contributed from its reserves. The article appeared on the website of the party.",
    "The broadcaster said that the show was brought to viewers by a firm that Mr. Deripaska owns.",
    "Inspectors check out the new show of force. The plan may not be in its final form yet.",
    "Sign-ups for the draft fell. Read in full, the treaty binds Serbia. Share prices rose.",
]


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_story_stays_body(story: str, gap: str) -> None:
    text = gap.join(["The first sentence says this.", story, "The last sentence says that."])
    assert {part.kind for part in read(text)} == {"body"}


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Dmitriev comes to the U.S.\nin April, and he is heard.", "comes to the U.S. in April"),
        ("said Trump Jr.\nhas told people.", "Trump Jr. has told people"),
        ("He met Gen.\nMark Milley there.", "Gen. Mark Milley"),
        ("The meeting began at 9 a.m.\nand ended at noon.", "9 a.m. and ended"),
        ("Shares of Halcyon Inc.\nfell sharply.", "Halcyon Inc. fell"),
        ("where things seemed to move back\na little bit more", "move back a little"),
        ("Saying that Europe had not been asked,\nIt went ahead.", "asked, It went"),
        ("the consensus of\nWashington was clear.", "consensus of Washington"),
        ("She works at the well-\nknown bank.", "well-known bank"),
        ("One line\r\ncontinues here.", "One line continues here."),
        ("The U.S.\n\nis not a party.", "The U.S. is not a party."),
    ],
)
def test_broken_sentences_are_joined(text: str, joined: str) -> None:
    assert any(joined in part.text for part in read(text))


def test_hard_wrapped_text_and_headings() -> None:
    text = (
        "A port changes hands\n\n"
        "The port of Chancay, which lies an hour north of Lima, was opened by\n"
        "President Boluarte and by Xi Jinping on a screen. Cosco holds 60 per\n"
        "cent of it and Volcan the rest. Nobody asked the fishermen, who have\n"
        "lived there for as long as anyone remembers, what they thought of it.\n\n"
        "What comes next\n\n"
        "A railway to Brazil is planned. It would cost ten billion dollars.\n"
    )
    assert [(part.kind, part.text[:12]) for part in read(text)] == [
        ("headline", "A port chang"),
        ("body", "The port of "),
        ("body", "What comes n"),
        ("body", "A railway to"),
    ]
    assert "60 per cent of it" in read(text)[1].text


def test_lines_of_a_transcript_are_grouped() -> None:
    text = "".join(f"Sentence number {number} speaks of the talks in Oman.\n" for number in range(200))
    parts = read(text)
    assert 5 < len(parts) < 12
    assert all(500 < len(part.text) <= 1500 for part in parts[:-1])
    assert all(part.text.endswith("Oman.") for part in parts)


def test_captions_cut_by_the_clock_are_joined() -> None:
    text = (
        "0:01\n\nHello and welcome to the show. Cosco has bought\n\n0:04\n\nChancay, and nobody\n\n0:06\n\n"
        "asked the fishermen who live there\n\n0:09\n\nwhat they thought of the\n\n0:12\n\nport. Peru\n\n0:15\n\n"
        "did not."
    )
    assert "Cosco has bought Chancay, and nobody asked" in read(text)[0].text


def test_long_paragraphs_are_split_at_sentences() -> None:
    text = "The envoy met Mr. Smith of the U.S. Treasury at 9 a.m. on Monday. " * 100
    parts = read(text)
    assert all(len(part.text) <= 2000 and part.text.endswith("Monday.") for part in parts)
    assert max(len(part.text) for part in read("word " * 3000)) <= 2000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "JANE DOE: Who owns it?\nJOHN ROE: A bank does.\nJANE DOE: Which?",
            [
                ("JANE DOE", None, "Who owns it?"),
                ("JOHN ROE", None, "A bank does."),
                ("JANE DOE", None, "Which?"),
            ],
        ),
        (
            "SPEAKER 1 (00:12):\nIt was sold.\nSPEAKER 2 (01:02:03):\nTo whom?",
            [("SPEAKER 1", "00:12", "It was sold."), ("SPEAKER 2", "01:02:03", "To whom?")],
        ),
        (
            "UNIDENTIFIED PERSON #1: It was sold.\nJOHN ROE: To whom?",
            [("UNIDENTIFIED PERSON #1", None, "It was sold."), ("JOHN ROE", None, "To whom?")],
        ),
        ("[00:01:02] It was sold.", [(None, "00:01:02", "It was sold.")]),
        (
            ">> ANNA BELL: It was sold.\n>> To whom?",
            [("ANNA BELL", None, "It was sold."), (None, None, "To whom?")],
        ),
        (
            "[00:05] Ana Reyes: Who?\n[00:09] Tom Lee: Cosco.\n[00:11] Ana Reyes: Why?",
            [("Ana Reyes", "00:05", "Who?"), ("Tom Lee", "00:09", "Cosco."), ("Ana Reyes", "00:11", "Why?")],
        ),
        ("Ana Reyes  0:05\nWho owns it?", [("Ana Reyes", "0:05", "Who owns it?")]),
        (
            "Mr. ROE (Analyst): Oil fell.\nNEAL LANE, host: Why?\nMr. ROE: Iran.",
            [
                ("Mr. ROE", None, "Oil fell."),
                (None, None, "Neal Lane, host"),
                ("NEAL LANE", None, "Why?"),
                ("Mr. ROE", None, "Iran."),
            ],
        ),
        (
            "QUESTION (Ann Ott, Reuters): Who owns it?\nMINISTER JOHN ROE: A bank does.\nQUESTION (Ben Lee): Why?\n"
            "MINISTER: Ask it.\nQUESTION (Ann Ott): Which?",
            [
                (None, None, "Ann Ott, Reuters"),
                ("Ann Ott", None, "Who owns it?"),
                ("MINISTER JOHN ROE", None, "A bank does."),
                ("Ben Lee", None, "Why?"),
                ("MINISTER JOHN ROE", None, "Ask it."),
                ("Ann Ott", None, "Which?"),
            ],
        ),
        (
            "SPEAKER 1 (Ana Reyes, host): Who?\nSPEAKER 2 (Tom Lee): Cosco.\nSPEAKER 1: Why?",
            [
                (None, None, "Ana Reyes, host"),
                ("Ana Reyes", None, "Who?"),
                ("Tom Lee", None, "Cosco."),
                ("Ana Reyes", None, "Why?"),
            ],
        ),
        ("| 0:00.5 | It was sold |\n| 0:03.0 | to a bank. |", [(None, "0:00.5", "It was sold to a bank.")]),
        ("Starting point is 00:00:07 It was sold.", [(None, "00:00:07", "It was sold.")]),
        (
            "0:01.0 | It was sold |\n0:03.5 | to a bank. |\n0:05.1 | Which one? |",
            [(None, "0:01.0", "It was sold to a bank. Which one?")],
        ),
        (
            "• Speaker 1\n  0:00:09\n\n  Whose?\n• Speaker 2\n  0:01:01\n\n  A bank.\n• Speaker 1\n  0:01:03\n\n  Which?",
            [
                ("Speaker 1", "0:00:09", "Whose?"),
                ("Speaker 2", "0:01:01", "A bank."),
                ("Speaker 1", "0:01:03", "Which?"),
            ],
        ),
        (
            "**Ana Reyes:** Who owns it?\n\n**Tom Lee**: A bank.\n\n**Ana Reyes:** Which?",
            [
                ("Ana Reyes", None, "Who owns it?"),
                ("Tom Lee", None, "A bank."),
                ("Ana Reyes", None, "Which?"),
            ],
        ),
        (
            "Ana Reyes: Who owns it?\nTom Lee: A bank.\nReyes: Which?",
            [
                ("Ana Reyes", None, "Who owns it?"),
                ("Tom Lee", None, "A bank."),
                ("Ana Reyes", None, "Which?"),
            ],
        ),
        (
            "MS. HOLT: He was briefed.\n\nQ    Who owns it?\n\nMS. HOLT: A bank.\n\nQ Which? \n\nMS. HOLT: Ask it.",
            [
                ("MS. HOLT", None, "He was briefed."),
                ("Q", None, "Who owns it?"),
                ("MS. HOLT", None, "A bank."),
                ("Q", None, "Which?"),
                ("MS. HOLT", None, "Ask it."),
            ],
        ),
        (
            "LENA ORTIZ: It was sold. TOM LEE: To whom?\nLENA ORTIZ: To a bank of St. TOM LEE: it says.",
            [
                ("LENA ORTIZ", None, "It was sold."),
                ("TOM LEE", None, "To whom?"),
                ("LENA ORTIZ", None, "To a bank of St. TOM LEE: it says."),
            ],
        ),
        (
            "LENA ORTIZ: Here is Mr. LEE (Analyst): he knows. (LAUGHTER) TOM LEE: I do.\nLENA ORTIZ: Who owns it?",
            [
                ("LENA ORTIZ", None, "Here is Mr. LEE (Analyst): he knows. (LAUGHTER)"),
                ("TOM LEE", None, "I do."),
                ("LENA ORTIZ", None, "Who owns it?"),
            ],
        ),
        (
            "Mr. TOM LEE (Director, Halberg Bank): It was sold.\n\nORTIZ: To whom?\n\nMr. LEE: To us.",
            [
                (None, None, "Mr. Tom Lee, director, Halberg Bank"),
                ("Mr. TOM LEE", None, "It was sold."),
                ("ORTIZ", None, "To whom?"),
                ("Mr. TOM LEE", None, "To us."),
            ],
        ),
        (
            "Ann Ott: Who owns it?\nBen Roe: A bank.\nLately, they sent us forms: a pile.\nAnn Ott: Why?\nBen Roe: So.\n"
            "Presently: no more.\nAnn Ott: Thanks.",
            [
                ("Ann Ott", None, "Who owns it?"),
                ("Ben Roe", None, "A bank. Lately, they sent us forms: a pile."),
                ("Ann Ott", None, "Why?"),
                ("Ben Roe", None, "So. Presently: no more."),
                ("Ann Ott", None, "Thanks."),
            ],
        ),
        (
            "Q64 Chair: Who owns it?\nAnn Ott: A bank. Q65 Chair: Which?\nAnn Ott: Halberg.",
            [
                ("Chair", None, "Who owns it?"),
                ("Ann Ott", None, "A bank."),
                ("Chair", None, "Which?"),
                ("Ann Ott", None, "Halberg."),
            ],
        ),
        (
            "spk01: Who owns it?\nspk02: A bank.",
            [("spk01", None, "Who owns it?"), ("spk02", None, "A bank.")],
        ),
        (
            "[00:00:00.240 --> 00:00:03.440] It was sold\n[00:00:03.440 - 00:00:05.2] to a bank.",
            [(None, "00:00:00.240", "It was sold to a bank.")],
        ),
        (
            "Speaker 1 (00:15):\nIt was bought in\nthe winter and\nsold in\nthe spring. Its owner, Cedar\n\n(00:37):\n"
            "Bank, left.\n\n(00:41):\nIt was late.",
            [
                (
                    "Speaker 1",
                    "00:15",
                    "It was bought in the winter and sold in the spring. Its owner, Cedar Bank, left.",
                ),
                ("Speaker 1", "00:41", "It was late."),
            ],
        ),
    ],
)
def test_speakers_and_times(text: str, wanted: list[tuple[str | None, str | None, str]]) -> None:
    assert [(part.speaker, part.timestamp, part.text) for part in read(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Moscow: Talks began on Friday.",
        "Note: The bank denies it.\nThe court will rule.",
        "Germany: 40 percent.\nFrance: 30 percent.\nItaly: 20 percent.",
        "10:30 a.m. was the time of the meeting.",
        "He said: it was over.\nHe left: it was late.",
    ],
)
def test_no_speakers_in_prose(text: str) -> None:
    parts = read(text)
    assert {part.speaker for part in parts} == {None}
    assert sum(len("".join(part.text.split())) for part in parts) == len("".join(text.split()))


def test_a_dateline_is_set_apart() -> None:
    parts = read("MOSCOW, Jan 11 (Reuters) – Russia's foreign ministry denounced it.")
    assert [(part.kind, part.text) for part in parts] == [
        ("credits", "MOSCOW, Jan 11 (Reuters) –"),
        ("body", "Russia's foreign ministry denounced it."),
    ]
    assert read("Perth, 4 March 2019: Halberg sold it.")[1].text == "Halberg sold it."
    assert read("Riyadh, Oct 24 (AFP/APP): Halberg sold it.")[1].text == "Halberg sold it."
    assert read("LYON--(BUSINESS WIRE)--Halberg sold it.")[1].text == "Halberg sold it."
    assert read("In Paris, 3 May 2020 was a Sunday.")[0].text.startswith("In Paris")
    assert read("NATO - which Sweden joined - met on Friday.")[0].text.startswith("NATO")


def test_characters_are_normalised() -> None:
    text = "The o\ufb03ce of\u00a0“Nicola\u0301s” Ma\u00adduro\u200b’s  \n\taide."
    (part,) = read(text)
    assert part.text == 'The office of "Nicolás" Maduro\'s aide.'
    start = part.text.index("Maduro")
    assert text[slice(*part.original(start, start + 6))] == "Ma\u00adduro"
    assert text[slice(*part.original(4, 10))] == "o\ufb03ce"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trump’s  Plan for Peace\n\nThe president said so.", "Trump’s Plan for Peace"),
        ("The president said so.\nHe left.", ""),
        ("and then he left\nfor Moscow. It rained.", ""),
        ("Advertisement\nBank sold to Qatar\nThe bank was sold.", "Bank sold to Qatar"),
        ("", ""),
    ],
)
def test_headlines(text: str, wanted: str) -> None:
    assert headline(text) == wanted


def test_sentences() -> None:
    text = 'Mr. Beach met Donald J. Trump in the U.S. He left at 9 a.m. "Why?" he asked. It cost $2 bn. (So.)'
    assert [text[start:end].strip() for start, end in split_sentences(text)] == [
        "Mr. Beach met Donald J. Trump in the U.S.",
        "He left at 9 a.m.",
        '"Why?" he asked.',
        "It cost $2 bn.",
        "(So.)",
    ]


FRAGMENTS = st.sampled_from(
    [
        *(
            "word",
            "Name",
            "U.S.",
            "Jr.",
            "Mr.",
            "ends.",
            "asks?",
            "well-",
            "a,",
            "…",
            "“so”",
            "’s",
            "\ufb01ne",
            "e\u0301",
        ),
        *(
            "\u00ad",
            "\u200b",
            "\ufeff",
            "\u00a0",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "\u2028",
            "\t",
            "\f",
            "- ",
            "• ",
        ),
        *("JANE DOE: ", "Ana Lee: ", "[00:12] ", "0:04 ", ">> ", "| 0:01 | ", " |", "MOSCOW, May 3 (X) - "),
        *(
            "This episode is brought to you by Acme.",
            "Visit acme.com slash x.",
            "Terms apply.",
            "Read more",
            "Related:",
        ),
        *(
            "Thanks for listening.",
            "Our producers are Al Bo.",
            "That's next.",
            "You can save 20% today.",
            "He said no.",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(FRAGMENTS, max_size=60).map("".join),
    st.lists(FRAGMENTS, max_size=60).map(" ".join),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_character_keeps_its_place(text: str) -> None:
    parts = read(text)
    covered = [place for part in parts for place in dict.fromkeys(part.offsets[:-1])]
    assert covered == sorted(set(covered))
    for part in parts:
        assert 0 < len(part.text) <= 2000
        assert len(part.offsets) == len(part.text) + 1
        assert list(part.offsets) == sorted(part.offsets)
        assert part.text == part.text.strip()
        for character, place in zip(part.text, part.offsets, strict=False):
            origin = text[place]
            assert (
                character in (origin, origin.translate(QUOTES))
                or character == " "
                or character in LIGATURES.get(origin, "")
                or _composed(text, place).startswith(character)
            )
    seen = set(covered)
    for line in read_lines(text):
        for place in range(line.start, line.end):
            shown = not text[place].isspace() and text[place] not in ZERO_WIDTH
            assert place in seen or not shown or "\u0300" <= text[place] <= "\u036f"


def _composed(text: str, place: int) -> str:
    import unicodedata

    end = place + 1
    while end < len(text) and "\u0300" <= text[end] <= "\u036f":
        end += 1
    return unicodedata.normalize("NFC", text[place:end]).translate(QUOTES)


@given(st.lists(st.text(alphabet="abcXYZ.,!? ’\n\u00a0", max_size=40), max_size=20).map("\n".join))
def test_text_without_labels_is_covered_whole(text: str) -> None:
    shown = "".join("".join(part.text.split()) for part in read(text))
    assert shown == "".join(text.translate(QUOTES).split())


@pytest.mark.parametrize(
    "unit",
    [
        "The envoy met the minister in Oman on Friday and said that the talks would go on.\n",
        "The envoy met the minister. ",
        "A. ",
        "abc\n",
        "0:01 so\n",
        ".",
        "visit x.com slash ",
        "AB CD: x y\n",
        "x\n\n",
        "((((",
        "This episode is brought to you by X. You can get 20% off. ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(1000)
    assert min(seconds(160_000), seconds(160_000)) < 10 * max(seconds(40_000), 0.02)


def test_seed_transcript() -> None:
    path = Path("/work/shared/seeds/000_6b886c0fc447b5ab.txt")
    if not path.exists():
        pytest.skip("the seed is not on this machine")
    found = kinds_by_line(path.read_text("utf-8"))
    sponsors = {*range(30, 42), *range(88, 97)}
    closing = {*range(2, 10), 29, *range(155, 163)}
    for number, kinds in found.items():
        line = number + 1
        kind = "sponsor" if line in sponsors else "credits" if line in closing else "body"
        assert kinds == {"headline" if line == 1 else kind}, line


def test_colours_of_a_terminal_are_left_out():
    text = "The \x1b[1mUnited States\x1b[0m and \x1b[31;1mIran\x1b[m met.\n"
    (part,) = segment(Document("doc", ("text",), text))
    assert part.text == "The United States and Iran met."
    assert text[slice(*part.original(4, 17))] == "United States"


def test_offsets_are_cheap():
    import tracemalloc

    text = "The envoy of Norland met the minister in Muscat and they signed an accord.\n\n" * 13_000
    tracemalloc.start()
    parts = segment(Document("doc", ("text",), text))
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(parts) == 13_000
    assert size < 20 * len(text)

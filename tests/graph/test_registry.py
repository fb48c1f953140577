"""The registry: refused with file and key, its facts whole, and what a spelling or a title may mean."""

from collections import Counter
from itertools import pairwise

import pytest

from graph.model import InputError
from graph.registry import (
    Entry,
    Office,
    Term,
    make_registry,
    read_registry,
    surname,
)

UN_MEMBERS = """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF
TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH
GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY
LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK
PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD
SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW
""".split()
OBSERVERS = {"VA", "PS"}
TERRITORIES = {"BM", "EH", "EU", "GG", "GL", "HK", "MO", "VG"}  # countries of actors that are no State here
SHARED_SPELLINGS = {
    "Conservatives": {
        "org-conservative-party-gb",
        "org-conservative-party-of-canada",
    },  # two actors of one name, told apart by what stands beside it
    "Brussels": {"org-european-union", "state-be"},
    "David Johnston": {"person-david-johnston", "person-david-johnston-au"},
    "Fordo": {"asset-fordow", "place-fordow"},
    "Fordow": {"asset-fordow", "place-fordow"},
    "Mar-a-Lago": {"asset-mar-a-lago", "place-mar-a-lago"},
}
NO_DEMONYM = {
    "state-cg",
    "state-dm",
    "state-va",
}  # shared with another State
G20 = "AR AU BR CA CN DE FR GB ID IN IT JP KR MX RU SA TR US ZA".split()
WATCHED = [*G20, *"UA IR IL AE QA KW BH OM VE".split()]


@pytest.fixture(scope="module")
def registry():
    return read_registry()


ACTOR = '[[actor]]\nid = "company-mine"\ntype = "Company"\nname = "Mine"\n'
OFFICE = (
    '[[office]]\nid = "office-mine"\nkind = "minister"\nof = "state-fr"\ntitles = ["boss"]\n'
    'holder = [{ person = "person-emmanuel-macron", from = "2020" }]\n'
)
FAMILY = '[[family]]\nleft = "person-emmanuel-macron"\nright = "person-donald-trump"\nrole = "cousin"\n'


def test_an_analyst_may_add_actors_offices_and_family(tmp_path):
    (tmp_path / "mine.toml").write_text(ACTOR + OFFICE + FAMILY)
    registry = read_registry(tmp_path)
    assert registry.entries["company-mine"].name == "Mine"
    assert [person for _, person in registry.holders("Boss", "2021")] == ["person-emmanuel-macron"]
    assert registry.family[-1].role == "cousin"


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ("[[actor]]", "[[actor]", "not valid TOML"),
        ("[[actor]]", "[[person]]", "person: unknown table"),
        ('name = "Mine"', "", "actor.company-mine.name: field required"),
        ('name = "Mine"', "name = 3", "actor.company-mine.name"),
        ('name = "Mine"', 'name = "Mine"\ncolour = "red"', "actor.company-mine.colour"),
        ('name = "Mine"', 'name = "Mine"\naliases = "M"', "actor.company-mine.aliases"),
        ('name = "Mine"', 'name = "Mine"\ngender = "x"', "actor.company-mine.gender"),
        ('"company-mine"', '"company-shell"', "actor.id: 'company-shell' is defined twice"),
        ('titles = ["boss"]', "", "office.office-mine.titles: field required"),
        ('from = "2020"', 'since = "2020"', "office.office-mine.holder: needs person and from"),
        ('role = "cousin"', "", "family.?.role: field required"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_key(tmp_path, was, becomes, key):
    file = tmp_path / "mine.toml"
    text = ACTOR + OFFICE + FAMILY
    assert was in text
    file.write_text(text.replace(was, becomes))
    with pytest.raises(InputError) as error:
        read_registry(tmp_path)
    assert str(error.value).startswith(f"{file}: ")
    assert key in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="nowhere: no such folder"):
        read_registry(tmp_path / "nowhere")


def test_all_members_and_observers_of_the_un_are_there(registry):
    assert len(set(UN_MEMBERS)) == 193
    states = {e.country for e in registry.entries.values() if e.type == "State"}
    assert set(UN_MEMBERS) | OBSERVERS <= states
    assert states - set(UN_MEMBERS) - OBSERVERS == {"TW", "XK"}


def test_every_state_has_its_capital_and_demonyms(registry):
    states = [registry.state(code) for code in [*UN_MEMBERS, *OBSERVERS]]
    assert {s.id for s in states if not s.demonyms} == NO_DEMONYM
    assert [s.id for s in states if not s.capital] == []
    assert all(s.id == f"state-{s.country.lower()}" for s in states)


def test_every_reference_resolves(registry):
    known = registry.entries
    broken = [f"{o.id}: of {o.of}" for o in registry.offices if o.of not in known]
    broken += [f"{o.id}: {t.person}" for o in registry.offices for t in o.terms if t.person not in known]
    broken += [f"{e.id}: owner {e.owner}" for e in known.values() if e.owner and e.owner not in known]
    broken += [f"family: {p}" for k in registry.family for p in (k.left, k.right) if p not in known]
    broken += [
        f"{e.id}: country {e.country}"
        for e in known.values()
        if e.country and not registry.state(e.country) and e.country not in TERRITORIES
    ]
    assert broken == []


def test_offices_are_held_by_persons_and_lead_no_persons(registry):
    kinds = registry.entries
    holders = {t.person for o in registry.offices for t in o.terms} | {
        p for k in registry.family for p in (k.left, k.right)
    }
    assert [p for p in holders if kinds[p].type != "Person"] == []
    assert [o.id for o in registry.offices if kinds[o.of].type == "Person"] == []


def test_nobody_is_in_office_while_another_is(registry):
    overlaps = []
    for office in registry.offices:
        terms = sorted(office.terms, key=lambda term: term.start)
        for one, two in pairwise(terms):
            if one.end is None or (two.start < one.end and not one.end.startswith(two.start)):
                overlaps.append(f"{office.id}: {one.person} until {one.end}, {two.person} {two.start}")
    assert overlaps == []


def test_terms_end_after_they_begin(registry):
    terms = [t for o in registry.offices for t in o.terms]
    assert [t for t in terms if t.end is not None and t.end < t.start] == []


def test_ids_of_offices_are_unique(registry):
    assert [i for i, count in Counter(o.id for o in registry.offices).items() if count > 1] == []


def test_no_spelling_means_two_actors_but_for_a_few(registry):
    shared = {s: {x.id for x in senses} for s, senses in registry.senses.items()}
    twice = {s: ids for s, ids in shared.items() if len(ids) > 1}
    assert {s: ids for s, ids in twice.items() if ids != SHARED_SPELLINGS.get(s)} == {}


@pytest.mark.parametrize("country", WATCHED)
def test_heads_ministers_and_central_banks_of_those_that_matter(registry, country):
    titles = {kind for o in registry.offices if o.country == country for kind in [o.kind]}
    assert any(kind.startswith("head of") for kind in titles)
    assert "foreign minister" in titles
    bodies = [e for e in registry.entries.values() if e.country == country and e.type == "PublicBody"]
    assert any("central bank" in e.descriptions for e in bodies) or country in ("DE", "FR", "IT")
    foreign = "state department" if country == "US" else "foreign ministry"
    assert any(foreign in e.descriptions for e in bodies)


@pytest.mark.parametrize(
    ("title", "country", "date", "person"),
    [
        ("president", "US", "2025-12-05", "person-donald-trump"),
        ("President", "US", "2023-05-10", "person-joe-biden"),
        ("president", "US", "2016-06", "person-barack-obama"),
        ("president", "US", "2025-01", None),  # two in that month
        ("prime minister", "PL", "2025-12-05", "person-donald-tusk"),
        ("treasury secretary", "US", "2025-12-05", "person-scott-bessent"),
        ("president", "US", None, None),
        ("emperor", "US", "2025-12-05", None),
    ],
)
def test_who_bore_a_title_when(registry, title, country, date, person):
    found = {holder for _, holder in registry.holders(title, date, country)}
    assert (found.pop() if len(found) == 1 else None) == person


@pytest.mark.parametrize(
    ("start", "end", "date", "covered"),
    [
        ("2020-05-01", "2022-03-02", "2021", True),
        ("2020-05-01", "2022-03-02", "2020-05-01", True),
        ("2020-05-01", "2022-03-02", "2020-04-30", False),
        ("2020-05-01", "2022-03-02", "2022-03-02", True),
        ("2020-05-01", "2022-03-02", "2022-03-03", False),
        ("2020-05-01", "2022-03-02", "2022-03", True),
        ("2020-05-01", "2022-03", "2022-03-31", True),
        ("2020-05-01", None, "2099", True),
    ],
)
def test_a_term_covers_dates_of_any_precision(start, end, date, covered):
    assert Term("person-x", start, end).covers(date) is covered


@pytest.mark.parametrize(
    ("spelling", "meaning"),
    [
        ("Washington", ("state-us", "capital")),
        ("Kremlin", ("state-ru", "seat")),
        ("Russians", ("state-ru", "demonym")),
        ("U.S.", ("state-us", "name")),
        ("White House", ("state-us", "seat")),
    ],
)
def test_what_a_spelling_means(registry, spelling, meaning):
    sense = registry.senses[spelling][0]
    assert (sense.id, sense.kind) == meaning


def test_spellings_keep_their_case(registry):
    """Lower-cased "us" is no country, and "turkey" no state."""
    assert not {"us", "turkey", "u.s.", "shell", "poland"} & registry.senses.keys()


@pytest.mark.parametrize(
    ("country", "noun", "entry"),
    [
        ("RU", "sovereign wealth fund", "company-rdif"),
        ("US", "treasury", "body-us-finance"),
        ("RU", "bakery", None),
    ],
)
def test_what_a_noun_means_in_a_country(registry, country, noun, entry):
    found = registry.described(country, noun)
    assert (found.id if found else None) == entry


def test_a_noun_that_means_two_actors_means_none():
    twins = [Entry(f"company-{n}", "Company", n, country="FR", descriptions=("oil giant",)) for n in "AB"]
    assert make_registry(twins).described("FR", "oil giant") is None
    assert make_registry(twins[:1]).described("FR", "oil giant") == twins[0]


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Steve Witkoff", "US", "Witkoff"),
        ("Xi Jinping", "CN", "Xi"),
        ("Kim Jong Un", "KP", "Kim"),
        ("Donald Trump Jr.", "US", ""),
        ("Lula", "BR", ""),
    ],
)
def test_surname(name, country, family):
    assert surname(name, country) == family


def test_offices_of_a_person_on_a_date():
    office = Office("o", "head of state", "state-fr", ("president",), (Term("p", "2020", "2022"),), "FR")
    registry = make_registry([Entry("p", "Person", "Paul Pont")], [office])
    assert list(registry.in_office("p", "2021-05")) == [office]
    assert list(registry.in_office("p", "2023")) == []
    assert list(registry.in_office("p", None)) == [office]
    assert list(registry.holders("President", "2021", "DE")) == []


def test_the_registry_is_as_large_as_promised(registry):
    kinds = Counter(e.type for e in registry.entries.values())
    assert kinds["Company"] >= 300
    assert kinds["State"] >= 195

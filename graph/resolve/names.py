"""Names as text: folded spellings, legal forms, spellings that sound alike, given names.

Nothing here knows a record or the registry, so that reading and resolving may both use it.
"""

import re
import unicodedata
from itertools import takewhile

from jellyfish import jaro_winkler_similarity
from rapidfuzz.distance import DamerauLevenshtein

_BARE = re.compile(r"[A-Za-z0-9 ]*")  # folding these is a matter of case, article and spaces
_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_LETTERS = str.maketrans(_PLAIN)
_CAPITALS = str.maketrans({letter.upper(): plain.title() for letter, plain in _PLAIN.items()})
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+[^\W\d_]?(?![\w])")
_POSSESSIVE = re.compile(r"['’ʼ`´‘]s(?!\w)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`´‘](?=\w)")
_ARTICLE = re.compile(r"^\s*(?:(?i:the)|an?)\s+(?=\w)")
_MARKS = frozenset(".&'`")  # of ASCII, what _joined looks at
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_SUBSTANTIVE_MARKS = (7, 8, 9)  # nukta, kana voicing, virama: part of the letter, not an accent

_FORMS_AT_END = re.compile(
    "plc|inc|incorporated|ltd|limited|llc|llp|lp|corp|corporation|co|company|oao|pao|ooo|zao|ao|pjsc|ojsc|"
    "jsc|cjsc|ag|gmbh|kg|kgaa|mbh|se|sa|sas|sarl|sau|spa|srl|nv|bv|ab|as|asa|oy|oyj|kk|bhd|tbk|pte|pty|pvt|and"
)
_FORM_PHRASES = (("sa", "de", "cv"), ("sab", "de", "cv"), ("sp", "z", "oo"), ("a", "s"))
_FORMS_AT_START = re.compile("oao|pao|ooo|zao|ao|pjsc|ojsc|jsc|cjsc|llc|pt")
# Words that a name with a legal form begins or ends with.
FORMS_AT_START = frozenset(_FORMS_AT_START.pattern.split("|"))
FORMS_AT_END = frozenset(_FORMS_AT_END.pattern.split("|")) | {phrase[-1] for phrase in _FORM_PHRASES}


def fold(name: str) -> str:
    """A spelling with all that does not tell names apart taken off: "The U.S.'s" and "us" give "us".

    Accents, case, punctuation, possessive 's, a leading article and spare white space go;
    letters and digits of every script stay. May be empty.
    """
    if _BARE.fullmatch(name) is not None:
        return " ".join(_ARTICLE.sub("", name).lower().split())
    if name.isascii():
        text = _ARTICLE.sub("", name)
        text = _joined(text) if not _MARKS.isdisjoint(text) else text
        return _NO_LETTERS.sub(" ", text.lower()).strip()
    text = unicodedata.normalize("NFKD", _ARTICLE.sub("", name.replace("\u00ad", "")))
    text = _joined("".join(c for c in text if not _accent(c) and unicodedata.category(c) != "Cf"))
    text = text.casefold().translate(_LETTERS)
    text = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _joined(text: str) -> str:
    """A text without possessive 's and apostrophes, its initials in one: "U.S." is "US"."""
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), _POSSESSIVE.sub("", text))
    return _APOSTROPHE.sub("", text).replace("&", " and ")


def unaccented(name: str) -> str:
    """A name as English media without accents print it: "Evika Siliņa" is "Evika Silina", "Łódź" is "Lodz"."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not _accent(c))
    return unicodedata.normalize("NFC", text.translate(_LETTERS).translate(_CAPITALS))


def _accent(character: str) -> bool:
    mark = unicodedata.combining(character)
    return mark != 0 and mark not in _SUBSTANTIVE_MARKS


def strip_forms(folded: str) -> str:
    """A folded name without its legal forms: "pao novatek", "novatek pjsc" and "novatek" are one.

    "group" and "holding" stay, they are part of the name; a name that is all form stays too.
    """
    tokens = folded.split()
    while len(tokens) > 1:
        phrase = next(
            (p for p in _FORM_PHRASES if tuple(tokens[-len(p) :]) == p and len(tokens) > len(p)), None
        )
        if phrase is not None:
            del tokens[-len(phrase) :]
        elif _FORMS_AT_END.fullmatch(tokens[-1]) is not None:
            del tokens[-1]
        else:
            break
    while len(tokens) > 1 and _FORMS_AT_START.fullmatch(tokens[0]) is not None:
        del tokens[0]
    return " ".join(tokens)


# How a name sounds: English letter groups to one sign each. Order matters. Upper case marks a sound that
# is no longer a letter (C as in church, S as in shop, J as in measure, Q the throaty q and gh).
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=[^aeiouy])e$", ""),
        (r"^y(?=e)|(?<=i)y(?=e)", ""),
        (r"(?<=te)ch$", "k"),
        (r"shch|sch|sh", "S"),
        (r"t?ch|tsch|cz", "C"),
        (r"d?zh|dj|j", "J"),
        (r"ph", "f"),
        (r"kh|ck|cc(?![eiy])|c(?![eiy])", "k"),
        (r"gh|q", "Q"),
        (r"[tdc]+(?=k)", ""),
        (r"c|z", "s"),
        (r"x", "ks"),
        (r"th", "t"),
        (r"(?<=[aeiouy])ff?$", "v"),
        (r"w", "v"),
        (r"(?<=[fkp])t$", ""),
        (r"([^aeiouy])\1+", r"\1"),
        (r"ou|oo|au", "u"),
        (r"[eiu](?=r(?:[^aeiouy]|$))", "e"),
        (r"(?<!^)h", ""),
        (r"y", "i"),
        (r"[ei](?=[aou])", "i"),
    )
)
_CONSONANT = re.compile(r"[^aeiou]")
_CLASS = {"a": "a", "e": "i", "i": "i", "o": "o", "u": "o"}
_CONFUSED = frozenset(
    frozenset(pair) for pair in ("CS", "Ck", "CJ", "SJ", "Qk", "Qg", "kg", "td", "pb", "fv", "sS", "sJ")
)
_SHORT, _LONG = 6, 8


def sounds_alike(left: str, right: str) -> bool:
    """Whether two spellings may be what speech recognition made of one name (Witkoff, Wickoff, Witcoff).

    Both have the same consonants by sound (from six letters on one may be confused: k and ch, t and d)
    and begin and end alike; vowels may differ as unstressed ones do: by one class (a against e or o,
    never e against o), not in the first syllable of a name under eight letters, not at all in one under
    six. Below five letters only equal spellings count. Word by word where both have as many words.
    """
    one, two = fold(left).split(), fold(right).split()
    if not one or not two:
        return False
    if one == two or "".join(one) == "".join(two):
        return True
    if len(one) == len(two) > 1:
        long_enough = any(min(len(a), len(b)) >= 5 for a, b in zip(one, two, strict=True))
        return long_enough and all(_word_alike(a, b) for a, b in zip(one, two, strict=True))
    return _alike(_sound(one), _sound(two), min(len("".join(one)), len("".join(two)))) and _near(one, two)


def _near(one: list[str], two: list[str]) -> bool:
    a, b = "".join(one), "".join(two)
    if DamerauLevenshtein.distance(a, b) > max(3, min(len(a), len(b)) // 3):
        return False
    return jaro_winkler_similarity(a, b) >= 0.75


def _word_alike(one: str, two: str) -> bool:
    if one == two:
        return True
    if min(len(one), len(two)) < 5:
        return len(one) > 1 < len(two) and _classes(_sound([one])) == _classes(_sound([two]))
    return _alike(_sound([one]), _sound([two]), min(len(one), len(two))) and _near([one], [two])


def _sound(tokens: list[str]) -> str:
    spoken = []
    for token in tokens:
        for pattern, sound in _SOUNDS:
            token = pattern.sub(sound, token)
        spoken.append(token)
    return re.sub(r"([^aeiou])\1+", r"\1", "".join(spoken))


def _classes(sound: str) -> str:
    return re.sub(r"([aio])\1+", r"\1", "".join(_CLASS.get(c, c) for c in sound))


def _alike(one: str, two: str, length: int) -> bool:
    if length < 5:
        return False
    left, right = _CONSONANT.findall(one), _CONSONANT.findall(two)
    if len(left) != len(right) or not left:
        return False
    swaps = [place for place, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if swaps and (length < _SHORT or len(swaps) > 1):
        return False
    if any(
        frozenset((left[p], right[p])) not in _CONFUSED or (p == 0 and "Q" not in left[p] + right[p])
        for p in swaps
    ):
        return False
    vowels = list(zip(_CONSONANT.split(one), _CONSONANT.split(two), strict=True))
    if length < _SHORT:
        return all(a == b for a, b in vowels)
    if any(bool(a) != bool(b) for a, b in (vowels[0], vowels[-1])):
        return False
    pairs = [(_classes(a), _classes(b)) for a, b in vowels]
    first = next(place for place, (a, b) in enumerate(pairs) if a or b)
    differing = [place for place, (a, b) in enumerate(pairs) if a != b]
    if len(differing) + len(swaps) > 1:
        return False
    if first in differing and length < _LONG and all(pairs[first]):
        return False
    return all(_slurred(*pairs[place], length) for place in differing)


def _slurred(one: str, two: str, length: int) -> bool:
    if not one or not two:  # a vowel slipped in between two consonants: Dmitriev, Dimitriev
        return length >= _LONG and len(one + two) == 1
    return len(one) == len(two) == 1 and "a" in one + two


_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "", "senior": "", "ii": "ii", "iii": "iii", "iv": "iv"}
_PARTICLES = re.compile("al|el|bin|ben|ibn|von|van|der|den|de|da|di|du|la|le|del|della|dos|ter|zu")
_FAMILY_FIRST = re.compile(
    "xi|li|wang|zhang|chen|liu|zhao|yang|zhou|wu|xu|sun|zhu|hu|guo|he|lin|luo|kim|park|lee|moon|yoon|choi|"
    "nguyen|tran|pham"
)


def given_matches(left: str, right: str) -> bool:
    """Whether two names of persons may be one: "Donald J. Trump", "Donald Trump" and "Trump".

    Family names must be equal or sound alike, given names must not contradict (an initial or a short form
    of three letters agrees with the name it begins), and generations must agree: father and son are two.
    """
    (one, one_generation), (two, two_generation) = _person(left), _person(right)
    if not one or not two or one_generation != two_generation:
        return False
    for single, full in ((one, two), (two, one)):
        if (
            len(single) == 1 < len(full)
            and single[0] == full[0]
            and _FAMILY_FIRST.fullmatch(full[0]) is not None
        ):
            return True
    if one[-1] != two[-1] and not sounds_alike(one[-1], two[-1]):
        return False
    few, many = sorted((_given(one), _given(two)), key=len)
    rest = iter(many)
    return all(any(_same_given(name, other) for other in rest) for name in few)


def _person(name: str) -> tuple[list[str], str]:
    tokens = fold(name).split()
    suffixes = list(takewhile(lambda token: token in _GENERATIONS, reversed(tokens[1:])))
    kept = tokens[: len(tokens) - len(suffixes)]
    return kept, "".join(_GENERATIONS[suffix] for suffix in suffixes)


def _given(tokens: list[str]) -> list[str]:
    names: list[str] = []
    for token in tokens[:-1]:
        if _PARTICLES.fullmatch(token) is None:
            names.extend(token if len(token) <= 3 and not set(token) & set("aeiouy") else [token])
    return names


def _same_given(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    if len(short) == 1 or len(short) >= 3:
        return long.startswith(short) or (len(short) >= 3 and sounds_alike(short, long))
    return short == long

"""Verbs that the parse takes for nouns where a name comes right before them: "Vale eyes a stake in BP"."""

from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon

FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def present_verb(doc: Doc, lexicon: Lexicon) -> None:
    """ "Shell weighs bid for BP", "Anna Berg lobbies for Shell": who is named first does it, there is no other verb."""
    for start, end in doc.bounds:
        if end - start < 4:
            continue
        word = _behind_name(doc, start, end)
        if word is None:
            continue
        lemma = lexicon.headline.get(word.lower_)
        if lemma is None or _tells(doc, start, end, word):
            continue
        behind = doc[word.i + 1]
        if lemma in lexicon.nounlike and not (behind.pos_ in ("DET", "NUM", "PROPN") or behind.tag_ == "NNS"):
            continue
        _raise(word, lemma)


def _behind_name(doc: Doc, start: int, end: int) -> Token | None:
    """The first word behind the capitals that a sentence begins with."""
    place = start
    while place < min(end - 1, start + 5) and doc[place].text[:1].isupper():
        place += 1
    named = place > start and any(t.pos_ in ("PROPN", "NOUN", "ADJ") for t in doc[start:place])
    return doc[place] if named and place < end - 1 else None


def _tells(doc: Doc, start: int, end: int, word: Token) -> bool:
    """Whether the sentence has a verb of its own, or the word is read as one."""
    root = _root(word)
    if root is word and word.pos_ == "VERB":
        return True
    return any(
        t.tag_ in FINITE and t is not word and t.dep_ in ("ROOT", "aux", "auxpass") for t in doc[start:end]
    )


def _root(word: Token) -> Token:
    return [word, *word.ancestors][-1]


def _raise(word: Token, lemma: str) -> None:
    """Make the word the verb of its sentence."""
    root = _root(word)
    word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", lemma
    name = word.nbor(-1)
    while name.dep_ == "compound" and name.head.i < word.i and name.head is not name:
        name = name.head
    if root is not word:
        word.head = word
        if root.i > word.i:
            if root.pos_ in ("VERB", "AUX"):
                root.pos_, root.tag_ = "NOUN", "NN"
            root.head, root.dep_ = word, "dobj"
            for child in list(root.children):
                if child.i < word.i and child is not name and not word.is_ancestor(name):
                    child.head = name
        else:
            for child in list(root.children):
                if child.i > word.i:
                    child.head = word
    word.dep_ = "ROOT"
    name.head, name.dep_ = word, "nsubj"
    for early in word.doc[word.sent.start : name.i]:
        if early.head.i >= word.i and early is not name:
            early.head, early.dep_ = name, "compound"

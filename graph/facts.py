"""What the registry says of its actors, as sentences of a document, one document a registry file.

The text of such a document follows from the registry alone; which of its sentences become statements
depends on whom the documents mention (see graph.quoted).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Current, make_id
from graph.registry import Office, Registry

# An envoy speaks for what an office is `of`; others lead it, unless their kind says that they serve in it.
_SPEAKS = re.compile(r"special envoy|ambassador|spokesperson")
_SERVES = re.compile(
    r"\b(?:deputy|vice|adviser|aide|official|diplomat|chief of staff|minister of state|under-secretary|candidate)\b"
)
_LEADS_STATE = re.compile(r"\bhead of (?:state|government)|prime minister$")
_AGAINST = re.compile(r"^opposition ")


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of the registry, `start` and the ends' places being offsets into its file's text.

    `since` and `until` are ISO dates; `role` is the office's title, or what the subject is to the object.
    """

    file: str
    subject: str
    predicate: str
    object: str
    start: int
    quote: str
    subject_at: int
    object_at: int
    role: str = ""
    since: str | None = None
    until: str | None = None
    current: Current = "yes"

    @property
    def id(self) -> str:
        """The id of its statement: it changes with the file's text, as that of any other does."""
        return make_id("st", self.file, str(self.start), self.subject, self.predicate, self.object)


@dataclass(frozen=True, slots=True)
class _Draft:
    subject: str
    predicate: str
    object: str
    between: str
    after: str
    role: str = ""
    since: str | None = None
    until: str | None = None
    current: Current = "yes"


def registry_facts(registry: Registry) -> dict[str, tuple[Fact, ...]]:
    """The facts that an actor's entry holds, by its id: a person's offices and family, a thing's owner."""
    by_file: defaultdict[str, list[_Draft]] = defaultdict(list)
    for file, draft in _drafts(registry):
        if draft.subject != draft.object and {draft.subject, draft.object} <= registry.entries.keys():
            by_file[file].append(draft)
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for file, drafts in by_file.items():
        place = 0
        for draft in drafts:
            fact = _fact(file, draft, place, registry)
            place += len(fact.quote) + 1
            for owner in _tells_of(fact):
                found[owner].append(fact)
    return {actor: tuple(facts) for actor, facts in found.items()}


def _tells_of(fact: Fact) -> tuple[str, ...]:
    if fact.predicate == "RELATIVE_OF":
        return fact.subject, fact.object
    return (fact.object if fact.predicate == "OWNS" else fact.subject,)


def _drafts(registry: Registry) -> Iterator[tuple[str, _Draft]]:
    for entry in registry.entries.values():
        if entry.owner is not None:
            yield registry.files.get(entry.id, ""), _Draft(entry.owner, "OWNS", entry.id, " controls ", ".")
    for office in registry.offices:
        predicate = _predicate(office, registry)
        for term in office.terms if predicate is not None else ():
            ended = term.end is not None
            verb, time = (
                ("was", f"from {term.start} to {term.end}") if ended else ("has been", f"since {term.start}")
            )
            title = office.titles[0]
            draft = _Draft(
                subject=term.person,
                predicate=predicate or "",
                object=office.of,
                between=f" {verb} {title} (",
                after=f") {time}.",
                role=title,
                since=term.start,
                until=term.end,
                current="no" if ended else "yes",
            )
            yield registry.files.get(office.id, ""), draft
    for tie in registry.family:
        former: Current = "no" if tie.role.startswith(("former ", "ex-")) else "yes"
        between = f" is the {tie.role} of "
        draft = _Draft(tie.left, "RELATIVE_OF", tie.right, between, ".", tie.role, current=former)
        yield registry.files.get(tie, ""), draft


def _predicate(office: Office, registry: Registry) -> str | None:
    """What an office makes of its holder towards what it is of; None for one against it."""
    of = registry.entries.get(office.of)
    state = of is not None and of.type == "State"
    if _AGAINST.search(office.kind) is not None and state:
        return None
    if _SPEAKS.search(office.kind) is not None:
        return "REPRESENTS"
    if _SERVES.search(office.kind) is not None or (state and _LEADS_STATE.search(office.kind) is None):
        return "WORKS_FOR"
    return "HEADS"


def _fact(file: str, draft: _Draft, start: int, registry: Registry) -> Fact:
    subject, object_ = registry.entries[draft.subject].name, registry.entries[draft.object].name
    return Fact(
        file=file,
        subject=draft.subject,
        predicate=draft.predicate,
        object=draft.object,
        start=start,
        quote=f"{subject}{draft.between}{object_}{draft.after}",
        subject_at=start,
        object_at=start + len(subject) + len(draft.between),
        role=draft.role,
        since=draft.since,
        until=draft.until,
        current=draft.current,
    )

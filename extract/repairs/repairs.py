"""Mendings of parses that spaCy's small model gets wrong in a regular way; each changes a Doc."""

from extract.repairs.appositions import (
    dashed_role,
    first_of_two,
    headline_dash,
    led_party,
    named_noun,
    nor_is,
    own_name_behind,
    stray_apposition,
)
from extract.repairs.auxiliaries import auxiliary_not, inverted_passive, shared_participle, split_auxiliary
from extract.repairs.claims import contact_clause
from extract.repairs.clefts import cleft
from extract.repairs.contrasts import either_behind, let_alone, second_subject
from extract.repairs.datelined import behind_dateline, on_auxiliary
from extract.repairs.entries import next_entry, second_relatives
from extract.repairs.gaps import behind_time, gapped, object_behind_day
from extract.repairs.gerunds import listed_gerunds
from extract.repairs.headlines import present_verb
from extract.repairs.inverted import (
    condition_behind,
    inverted_subject,
    neither_does,
    passive_behind,
    passive_subject,
    were_to,
)
from extract.repairs.joints import (
    added_behind,
    counted_names,
    given_object,
    interest_in,
    noun_conjunct,
    perfect_gerund,
    phrasal_doing,
    plain_acronym,
    possessed_body,
    second_object,
    second_that,
    taken_as,
)
from extract.repairs.misplaced import (
    apposed_subject,
    fronted_event,
    fronted_participle,
    inserted_report,
    part_of_which,
    parted_denial,
    said_behind,
    whose_subject,
)
from extract.repairs.mistagged import (
    asset_freezes,
    face_to_face,
    home_to,
    live_from,
    named_official,
    owned_shares,
    owning,
    percent_holding,
    perfect_s,
    pursuant_to,
    to_the_rich,
)
from extract.repairs.nearest_name import name_before_which, noun_of_number, role_before_name
from extract.repairs.purposes import (
    dated_infinitive,
    depends_on_doing,
    for_whom_to,
    infinitive_noun,
    infinitive_of_noun,
)
from extract.repairs.roles import (
    apposed_bearer,
    body_told,
    bracketed_body,
    firm_behind,
    hyphened,
    last_named,
    second_title,
)
from extract.repairs.shares import (
    held_percent,
    listed_behind,
    listed_kinds,
    name_between,
    own_beside,
    partitive,
    second_owner,
)
from extract.repairs.titles import joined_name, joined_titles, owned_body, shared_title, titled_name
from extract.syntax.parse import Doc, untie
from extract.vocabulary.lexicon import Lexicon


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Apply all repairs in their order."""
    for mend in (
        present_verb,
        partitive,
        own_beside,
        listed_kinds,
        listed_behind,
        name_between,
        second_owner,
        held_percent,
        plain_acronym,
        next_entry,
        second_relatives,
        hyphened,
        possessed_body,
        split_auxiliary,
        auxiliary_not,
        noun_conjunct,
        inverted_passive,
        contact_clause,
        interest_in,
        shared_participle,
        second_object,
        second_that,
        added_behind,
        given_object,
        perfect_gerund,
        listed_gerunds,
        let_alone,
        second_subject,
        either_behind,
        phrasal_doing,
        gapped,
        behind_time,
        object_behind_day,
        inserted_report,
        parted_denial,
        said_behind,
        apposed_subject,
        fronted_participle,
        fronted_event,
        behind_dateline,
        on_auxiliary,
        owning,
        owned_shares,
        percent_holding,
        named_official,
        asset_freezes,
        dashed_role,
        depends_on_doing,
        infinitive_noun,
        pursuant_to,
        dated_infinitive,
        for_whom_to,
        whose_subject,
        name_before_which,
        noun_of_number,
        role_before_name,
        cleft,
        taken_as,
        perfect_s,
        passive_subject,
        stray_apposition,
        led_party,
        inverted_subject,
        nor_is,
        were_to,
        passive_behind,
        condition_behind,
        counted_names,
        neither_does,
        part_of_which,
        titled_name,
        shared_title,
        apposed_bearer,
        joined_titles,
        joined_name,
        owned_body,
        last_named,
        bracketed_body,
        second_title,
        firm_behind,
        body_told,
        headline_dash,
        own_name_behind,
        named_noun,
        face_to_face,
        home_to,
        to_the_rich,
        live_from,
        infinitive_of_noun,
        first_of_two,
    ):
        mend(doc, lexicon)
        if doc.moved:
            untie(doc)
    doc.answers.clear()

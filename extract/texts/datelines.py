"""In which State a text was written, as its dateline tells: "VILNIUS, Dec 10 - …", "BATUMI, Georgia — …"."""

import re
from collections.abc import Mapping

from extract.vocabulary.gazetteer import read_countries
from graph.registry import Registry
from graph.resolve.names import fold

NEAR_TOP = 400
UPPER = "A-ZÀ-ÖØ-ÞĆČĘĞĐİŁŃŘŚŞŠŹŻŽ"
DATELINE = re.compile(rf"\W*([{UPPER}][{UPPER} .'’-]+[{UPPER}])(?:[,/ ]|\s[-–—])")
REGION = re.compile(r",\s*([A-Z][a-z]+(?:[ -][A-Z][a-z]+)*)\s*(?:\(|[-–—])")


def seat_of(text: str, registry: Registry, spoken: Mapping[str, int]) -> str | None:
    """The registry id of the State in which a text was written, or None.

    A capital tells it; another city only where its country (by code) is `spoken` of a good deal.
    """
    for line in text[:NEAR_TOP].splitlines():
        dateline = DATELINE.match(line)
        if dateline is None:
            continue
        city, region = dateline.group(1).title(), REGION.match(line, dateline.end(1))
        named = [registry.entries[s.id] for s in registry.senses.get(region.group(1), ())] if region else []
        told = [entry for entry in named if entry.type == "State"]
        if told:
            return told[0].id
        for sense in registry.senses.get(city, ()):
            if registry.entries[sense.id].type == "State":
                return sense.id
        country = read_countries().get(fold(city))
        if country is not None and 2 * spoken.get(country, 0) >= max(spoken.values(), default=0) > 0:
            state = registry.state(country)
            return state.id if state is not None else None
    return None

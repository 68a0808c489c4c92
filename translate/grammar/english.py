"""How English words are inflected, as far as terms need it."""

import re
from collections.abc import Mapping

PLURALS = {
    "child": "children", "criterion": "criteria", "foot": "feet", "index": "indices",
    "leaf": "leaves", "life": "lives", "medium": "media", "mouse": "mice", "person": "people",
    "phenomenon": "phenomena", "tooth": "teeth", "wife": "wives",
}  # fmt: skip
RULES = (
    (r"((?:.*[^u])?m)an", r"\1en"),  # not "human"
    (r"(.*[^aeiou])y", r"\1ies"),
    (r"(.+)sis", r"\1ses"),
    (r"(.*(?:s|x|z|ch|sh))", r"\1es"),
    (r"(.*)", r"\1s"),
)
DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")  # plan → planned; longer words vary
MUTE_E = re.compile(r".*[^aeio]e")


def plurals(noun: str) -> tuple[str, ...]:
    """Return the plural of a noun, the regular one too where it may be irregular."""
    small = noun.lower()
    matches = ((re.fullmatch(rule, small), form) for rule, form in RULES)
    regular = next(match.expand(form) for match, form in matches if match)
    return tuple(dict.fromkeys([PLURALS.get(small, regular), regular]))


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb but the infinitive: "-s", "-ed", "-ing"."""
    small = verb.lower()
    third = plurals(small)[-1]
    if re.fullmatch(RULES[1][0], small):
        stems = [(small[:-1] + "i", small)]
    elif MUTE_E.fullmatch(small):
        stems = [(small[:-1], small[:-1])]
    elif DOUBLED.fullmatch(small):
        stems = [(small + small[-1],) * 2]
    elif re.search("[aeiou][bdglmnprt]$", small):  # format, formatted; edit, edited
        stems = [(small, small), (small + small[-1],) * 2]
    else:
        stems = [(small, small)]
    return (third, *(form for past, going in stems for form in (past + "ed", going + "ing")))


def forms(word: str, verb: bool) -> Mapping[str, str]:
    """Return the forms of a word, in small letters, and "s" for those that are plurals, else ""."""
    if verb:
        return dict.fromkeys((word.lower(), *verb_forms(word)), "")
    return {**dict.fromkeys(plurals(word), "s"), word.lower(): ""}

"""How English words are inflected, as far as terms need it."""

import re
from collections.abc import Mapping

PLURALS = {
    "calf": "calves", "child": "children", "criterion": "criteria", "foot": "feet",
    "goose": "geese", "half": "halves", "hoof": "hooves", "index": "indices", "knife": "knives",
    "leaf": "leaves", "life": "lives", "loaf": "loaves", "medium": "media", "mouse": "mice",
    "ox": "oxen", "person": "people", "phenomenon": "phenomena", "scarf": "scarves",
    "shelf": "shelves", "thief": "thieves", "tooth": "teeth", "wife": "wives", "wolf": "wolves",
}  # fmt: skip
# Verb, past, and participle where that is another word. Left, rose, thought are more often others.
IRREGULAR = {
    verb: forms
    for verb, *forms in map(
        str.split,
        """
        begin began begun; bite bit bitten; blow blew blown; break broke; bring brought;
        build built; buy bought; catch caught; choose chose chosen; come came; cut; deal dealt;
        dig dug; draw drew drawn; drink drank; drive drove driven; eat ate eaten;
        fall fell fallen; feed fed; fight fought; find found; fly flew flown;
        forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven;
        freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
        hang hung; hear heard; hide hid; hold held; keep kept; know knew known;
        lead led; lend lent; lose lost; make made; mean meant; meet met;
        overcome overcame; pay paid; rewrite rewrote rewritten; ride rode ridden; ring rang rung;
        rise risen; run ran; say said; see seen; seek sought; sell sold; send sent;
        shake shook shaken; shine shone; show showed shown; sing sang sung;
        sink sank sunk; sit sat; sleep slept; speak spoke spoken; spend spent; stand stood;
        steal stole stolen; stick stuck; strike struck; swear swore sworn; sweep swept;
        swim swam swum; take took taken; teach taught; tear tore torn; tell told;
        throw threw thrown; understand understood; undertake undertook undertaken;
        wake woke woken; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written
        """.split(";"),
    )
}
PARTICIPLES = frozenset(
    ["come", "cut", "overcome", "run", *(f[-1] for f in IRREGULAR.values() if f)]
)
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
    """Return the forms of a verb but the infinitive: "-s", "-ed", "-ing", and irregular ones."""
    small = verb.lower()
    third = small + "es" if re.fullmatch(".*[^aeiou]o", small) else plurals(small)[-1]
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
    regular = (form for past, going in stems for form in (past + "ed", going + "ing"))
    return (third, *regular, *IRREGULAR.get(small, ()))


def is_participle(word: str) -> bool:
    """Tell if a verb may be a participle of the past: published, written."""
    return word.lower().endswith("ed") or word.lower() in PARTICIPLES


def forms(word: str, verb: bool) -> Mapping[str, str]:
    """Return the forms of a word, in small letters, and "s" for those that are plurals, else ""."""
    if verb:
        return dict.fromkeys((word.lower(), *verb_forms(word)), "")
    return {**dict.fromkeys(plurals(word), "s"), word.lower(): ""}

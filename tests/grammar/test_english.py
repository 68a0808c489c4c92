"""English inflections, as far as terms need them."""

import pytest

from translate.grammar.english import forms, plurals, verb_forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("card", "cards"),
        ("ferry", "ferries"),
        ("quay", "quays"),
        ("box", "boxes"),
        ("branch", "branches"),
        ("ombudsman", "ombudsmen"),
        ("human", "humans"),
        ("analysis", "analyses"),
        ("child", "children"),
        ("wolf", "wolves"),
        ("roof", "roofs"),
        ("API", "apis"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert plurals(noun)[0] == plural


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("publish", {"publishes", "published", "publishing"}),
        ("decide", {"decides", "decided", "deciding"}),
        ("apply", {"applies", "applied", "applying"}),
        ("plan", {"plans", "planned", "planning"}),
        ("format", {"formats", "formatted", "formatting"}),
        ("edit", {"edits", "edited", "editing"}),
        ("download", {"downloads", "downloaded", "downloading"}),
        ("see", {"sees", "seeing", "seen"}),
        ("go", {"goes", "going", "went", "gone"}),
        ("write", {"writes", "writing", "wrote", "written"}),
    ],
)
def test_forms_of_verbs(verb: str, expected: set[str]) -> None:
    assert expected <= set(verb_forms(verb))


def test_plurals_are_told_from_other_forms() -> None:
    assert forms("Card", verb=False) == {"cards": "s", "card": ""}
    assert set(forms("vote", verb=True).values()) == {""}

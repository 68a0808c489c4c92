"""How translation plugins keep in which language a post is, and which posts are its versions.

Polylang does it in terms: a post has one of the taxonomy `language`, and all versions of a post
share one of `post_translations`, whose description is a PHP array from language to post id. WPML
keeps it in tables that exports lack; what writes it into post meta for an import uses the keys
below (`_wpml_import_…`: the plugin WPML Export and Import; `_icl_lang_code` and `trid`: others).
"""

import hashlib
import re
from enum import StrEnum

from translate.wordpress.export import LANGUAGE_KEYS, Export, Item, Term

LOCALE = re.compile(r's:6:"locale";s:\d+:"([A-Za-z]+)')
PHP_ARRAY = re.compile(r"a:(\d+):\{(.*)\}", re.DOTALL)


class Plugin(StrEnum):
    """What a site's translations are kept by."""

    POLYLANG = "polylang"
    WPML = "wpml"
    NONE = "none"


def used(export: Export) -> Plugin:
    """Return the plugin that an export shows traces of."""
    if any(term.taxonomy in ("language", "post_translations") for term in export.terms):
        return Plugin.POLYLANG
    if any(item.tagged for item in export.items):
        return Plugin.POLYLANG
    return Plugin.WPML if any(item.language for item in export.items) else Plugin.NONE


def codes(export: Export) -> dict[str, str]:
    """Return the ISO codes of the languages of a site, which may have names of its own for them."""
    found: dict[str, str] = {}
    for term in export.terms:
        if term.taxonomy == "language":
            locale = LOCALE.search(term.description)
            found[term.slug] = (locale[1] if locale else term.slug).lower()
    for item in export.items:
        if item.language:
            found.setdefault(item.language, re.split("[-_]", item.language.lower())[0])
    return found


def turkish(export: Export) -> dict[str, int]:
    """Return the ids of the Turkish posts of an export by the group of their versions."""
    known = codes(export)
    return {
        item.group: item.id
        for item in export.items
        if item.group and known.get(item.language) == "tr"
    }


def turkish_code(export: Export) -> str:
    """Return what a site calls Turkish."""
    return next((slug for slug, code in codes(export).items() if code == "tr"), "tr")


def english_code(export: Export) -> str:
    """Return what a site calls English."""
    return next((slug for slug, code in codes(export).items() if code == "en"), "en")


def group(export: Export, item: Item) -> str:
    """Return the group of a post's versions: its own, or a name for a new one, always the same."""
    if item.group:
        return item.group
    return "pll_" + hashlib.sha256(f"{export.site} {item.id}".encode()).hexdigest()[:13]


def with_version(description: str, code: str, post: int) -> str:
    """Return a PHP array of versions with one more."""
    entry = f's:{len(code.encode())}:"{code}";i:{post};'
    array = PHP_ARRAY.fullmatch(description.strip())
    if array is None:
        return f"a:1:{{{entry}}}"
    return f"a:{int(array[1]) + 1}:{{{array[2]}{entry}}}"


def language_terms(export: Export, code: str) -> list[Term]:
    """Return the terms by which Polylang knows Turkish, as far as a site lacks them."""
    description = 'a:3:{s:6:"locale";s:5:"tr_TR";s:3:"rtl";i:0;s:9:"flag_code";s:2:"tr";}'
    wanted = [
        Term("", "language", code, description),
        Term("", "term_language", f"pll_{code}", ""),
    ]
    known = {(term.taxonomy, term.slug) for term in export.terms}
    return [term for term in wanted if (term.taxonomy, term.slug) not in known]


def wpml(item: Item, english: str, turkish: str) -> dict[str, str]:
    """Return the meta fields that tell WPML what a Turkish post is a version of.

    `english` and `turkish` are what the site calls these languages.
    """
    shared = item.group or f"also-in-turkish-{item.id}"
    fields = {
        LANGUAGE_KEYS[0]: turkish,
        "_wpml_import_language_code": turkish,
        "_wpml_import_source_language_code": item.language or english,
        "_wpml_import_translation_group": shared,
    }
    return fields | {"trid": shared} if shared.isdecimal() else fields

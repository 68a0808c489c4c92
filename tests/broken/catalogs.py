"""Catalogs as no program should leave them, made from a good one, and the post that they are of."""

from collections.abc import Callable, Iterator
from random import Random

POST = """\
# The night ferry

The ferry that crosses the strait at night will stop running. See the [old times](/times).

Nobody on board believes that it will ever come back, said the baker.
"""
HEADER = """\
# Harbour news
msgid ""
msgstr ""
"Project-Id-Version: harbour news\\n"
"Last-Translator: Ayşe Yılmaz <ayse@example.org>\\n"
"Language: tr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: also-in-turkish\\n"
"""
REVIEWED = """
# Müdür yazdı: “böyle kalsın”
#. paragraph 1, sentence 1, under "The night ferry"
#: en/ferry.md:3
msgid "The ferry that crosses the strait at night will stop running."
msgstr "Boğazı gece geçen vapur artık çalışmayacak."
"""
CATALOG = f"""{HEADER}
# machine: upper 1.0, confidence 0.50, 57a0b9
#. heading
#: en/ferry.md:1
#, fuzzy
msgid "The night ferry"
msgstr "Gece \\"vapuru\\""
{REVIEWED}
# machine: failed (lost a tag), older 1.0
#: en/ferry.md:3
msgid "See the [old times](/times)."
msgstr ""

#, fuzzy
#| msgid "Nobody believes that it will come back,\\tsaid the cook."
msgid ""
"Nobody on board believes that it will ever come back, said the "
"baker."
msgstr "Vapurdaki kimse onun geri geleceğine inanmıyor."

#~ msgid "Old news."
#~ msgstr "Eski haber."
"""
# The words of people in it: where a catalog is taken at all, they must still be there.
WORDS = (
    "Boğazı gece geçen vapur artık çalışmayacak.",
    "Vapurdaki kimse onun geri geleceğine inanmıyor.",
    "Eski haber.",
)
MEGABYTE = 1_000_000
MARKERS = ("<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> theirs")
SOUP = ["\\", '"', "#", "~", "|", ",", ":", ".", "\n", " ", "msgid", "msgstr", "fuzzy", "ı", "\x00"]
PATHS = (
    "../../etc/passwd /etc/shadow ~/.ssh/id_rsa ..\\..\\boot.ini C:\\x %2e%2e/%2e%2e/etc/passwd "
    "file:///etc/passwd \u2068../../a b\u2069:1 \u2068unclosed $(touch%20x) ;rm%20-rf%20x "
    "en/../../x.md a\u202eb.md :::::: -:0 x:99999999999999999999 ."
).split(" ")

Make = Callable[[Random], bytes]


def catalogs() -> Iterator[tuple[str, Make]]:
    """Yield the name of each broken catalog and what makes it."""
    for kind, (make, count) in KINDS.items():
        yield from ((f"{kind} {number}", make) for number in range(count))
    for kind, data in ODD.items():
        yield kind, lambda _, data=data: data


def _truncated(chance: Random) -> bytes:
    data = CATALOG.encode()
    return data[: chance.randrange(len(data))]


def _without_start(chance: Random) -> bytes:
    data = CATALOG.encode()
    return data[chance.randrange(len(data)) :]


def _flipped(chance: Random) -> bytes:
    data = bytearray(CATALOG.encode())
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _with_soup(chance: Random) -> bytes:
    at = chance.randrange(len(CATALOG))
    soup = "".join(chance.choices(SOUP, k=chance.randint(1, 12)))
    return (CATALOG[:at] + soup + CATALOG[at:]).encode()


def _with_nul(chance: Random) -> bytes:
    at = chance.randrange(len(CATALOG))
    return (CATALOG[:at] + "\x00" * chance.randint(1, 9) + CATALOG[at:]).encode()


def _changed_lines(change: Callable[[list[str], int, Random], None]) -> Make:
    def make(chance: Random) -> bytes:
        lines = CATALOG.splitlines(keepends=True)
        change(lines, chance.randrange(len(lines)), chance)
        return "".join(lines).encode()

    return make


def _drop(lines: list[str], at: int, _: Random) -> None:
    del lines[at]


def _double(lines: list[str], at: int, _: Random) -> None:
    lines.insert(at, lines[at])


def _swap(lines: list[str], at: int, chance: Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _unquote(lines: list[str], at: int, _: Random) -> None:
    lines[at] = lines[at].replace('"', "", 1)


def _conflict(lines: list[str], at: int, chance: Random) -> None:
    end = min(len(lines), at + chance.randint(1, 4))
    side = lines[at:end]
    middle = ["||||||| base\n", *side] if chance.random() < 0.5 else []
    lines[at:end] = [
        *["<<<<<<< HEAD\n", *side, *middle, "=======\n"],
        *(line.replace("ı", "i") for line in side),
        ">>>>>>> theirs\n",
    ]


def _mark(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(at, chance.choice(MARKERS) + "\n")


def _mix_ends(chance: Random) -> bytes:
    ends = chance.choice([["\n", "\r\n"], ["\n", "\r\n", "\r"], ["\r"], ["\r\r\n", "\n"]])
    return "".join(line + chance.choice(ends) for line in CATALOG.split("\n")).encode()


def _refer(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(at, f"#: {' '.join(chance.sample(PATHS, 4))}\n")


def _encoded(chance: Random) -> bytes:
    text = CATALOG.replace("“", '\\"').replace("”", '\\"')
    codec = chance.choice("iso-8859-9 cp1254 utf-16 utf-16-be utf-32 utf-7 cp857 utf-8-sig".split())
    if chance.random() < 0.5:
        text = text.replace("charset=UTF-8", f"charset={codec}")
    return text.encode(codec)


def _charset(chance: Random) -> bytes:
    names = ["", "CHARSET", "utf8", "UTF-16", "latin5", "UTF-8; x=y", "\\x00", "💥", "utf-8" * 999]
    return CATALOG.replace("charset=UTF-8", f"charset={chance.choice(names)}").encode()


def _doubled_header(chance: Random) -> bytes:
    between = chance.choice(["", "\n", "\n# again\n", "\n#, fuzzy\n", "\n#~ "])
    parts = [CATALOG, between, HEADER[chance.choice([0, 15]) :]]
    return "".join(parts if chance.random() < 0.5 else reversed(parts)).encode()


def _doubled_entry(chance: Random) -> bytes:
    other = REVIEWED.replace("artık", chance.choice(["hâlâ", "artık", ""]))
    obsolete = "\n#~ ".join(other.rstrip().split("\n")[-2:])
    return (CATALOG + chance.choice([other, f"\n#~ {obsolete}\n", "#, fuzzy" + other])).encode()


KINDS: dict[str, tuple[Make, int]] = {
    "truncated": (_truncated, 40),
    "without its start": (_without_start, 15),
    "bits flipped": (_flipped, 40),
    "soup in it": (_with_soup, 40),
    "NUL bytes": (_with_nul, 8),
    "a line dropped": (_changed_lines(_drop), 20),
    "a line doubled": (_changed_lines(_double), 20),
    "two lines swapped": (_changed_lines(_swap), 20),
    "a quotation mark lost": (_changed_lines(_unquote), 15),
    "a conflict": (_changed_lines(_conflict), 12),
    "a conflict marker": (_changed_lines(_mark), 8),
    "line ends mixed": (_mix_ends, 12),
    "hostile references": (_changed_lines(_refer), 12),
    "another encoding": (_encoded, 16),
    "another charset": (_charset, 9),
    "a second header": (_doubled_header, 8),
    "an entry twice": (_doubled_entry, 6),
}


def _added(text: str) -> bytes:
    return (CATALOG + text).encode()


ODD: dict[str, bytes] = {
    "empty": b"",
    "blank": b"\n \n\t\n",
    "only a BOM": b"\xef\xbb\xbf",
    "only a comment": b"# nothing",
    "a binary file": bytes(range(256)) * 40,
    "a page": b"<!DOCTYPE html><html><body>404 Not Found</body></html>",
    "a compiled catalog": b"\xde\x12\x04\x95\0\0\0\0\x01\0\0\0\x1c\0\0\0$\0\0\0\0\0\0\0,\0\0\0",
    "lone surrogates": CATALOG.encode().replace(b"Eski", b"\xed\xa0\x80"),
    "overlong slash": CATALOG.encode().replace(b"Eski", b"\xc0\xaf"),
    "msgid of 1 MB": _added(f'\nmsgid "{"word " * (MEGABYTE // 5)}"\nmsgstr ""\n'),
    "msgstr of 1 MB": _added(f'\nmsgid "x"\nmsgstr "{"söz " * (MEGABYTE // 5)}"\n'),
    "fuzzy msgstr of 1 MB": _added(f'\n#, fuzzy\nmsgid "x"\nmsgstr "{"söz " * (MEGABYTE // 5)}"\n'),
    "msgstr in 100,000 lines": _added('\nmsgid "x"\nmsgstr ""\n' + '"söz "\n' * 100_000),
    "escapes of 1 MB": _added(f'\nmsgid "x"\nmsgstr "{chr(92) * MEGABYTE}"\n'),
    "unclosed string of 1 MB": _added(f'\nmsgid "x"\nmsgstr "{"ş" * MEGABYTE}'),
    "quotation marks of 1 MB": _added(f'\nmsgid "x"\nmsgstr "{chr(34) * MEGABYTE}"\n'),
    "comment of 1 MB": _added(f'\n# {"a " * (MEGABYTE // 2)}\nmsgid "x"\nmsgstr "y"\n'),
    "machine comment of 1 MB": _added(
        f'\n# machine: failed {"(x) " * (MEGABYTE // 4)}\nmsgid "x"\nmsgstr "y"\n'
    ),
    "100,000 machine comments": _added("\n# machine: x" * 100_000 + '\nmsgid "x"\nmsgstr "y"\n'),
    "reference of 1 MB": _added(f'\n#: {"a/" * (MEGABYTE // 2)}:1\nmsgid "x"\nmsgstr "y"\n'),
    "references of 1 MB": _added(f'\n#: {"a:1 " * (MEGABYTE // 4)}\nmsgid "x"\nmsgstr "y"\n'),
    "isolates of 1 MB": _added(f'\n#: {chr(0x2068) * (MEGABYTE // 3)}\nmsgid "x"\nmsgstr "y"\n'),
    "colons of 1 MB": _added(f'\n#: {":1" * (MEGABYTE // 2)}\nmsgid "x"\nmsgstr "y"\n'),
    "flags of 1 MB": _added(f'\n#, {"fuzzy, " * (MEGABYTE // 7)}\nmsgid "x"\nmsgstr "y"\n'),
    "previous of 1 MB": _added(
        f'\n#, fuzzy\n#| msgid "{"old " * (MEGABYTE // 4)}"\nmsgid "x"\nmsgstr "y"\n'
    ),
    "header of 1 MB": CATALOG.replace(
        '"Language: tr\\n"\n', '"Language: tr\\n"\n' + '"X-A: b\\n"\n' * 100_000
    ).encode(),
    "msgctxt of 1 MB": _added(f'\nmsgctxt "{"c" * MEGABYTE}"\nmsgid "x"\nmsgstr "y"\n'),
    "100 plurals": _added(
        '\nmsgid "x"\nmsgid_plural "y"\n' + "".join(f'msgstr[{n}] "z"\n' for n in range(100))
    ),
    "a line of 1 MB of blanks": _added(" " * MEGABYTE + "\n"),
    "100,000 blank lines": _added("\n" * 100_000 + '\nmsgid "x"\nmsgstr "y"\n'),
    "100,000 entries": _added(
        "".join(f'\nmsgid "Sentence {n}"\nmsgstr "Cümle {n}"\n' for n in range(100_000))
    ),
    "100,000 obsolete entries": _added(
        "".join(f'\n#~ msgid "Sentence {n}"\n#~ msgstr "Cümle {n}"\n' for n in range(100_000))
    ),
    "10,000 fuzzy entries alike": _added(
        "".join(
            f'\n#, fuzzy\nmsgid "Nobody on board believes in number {n}, said the baker."\n'
            f'msgstr "Kimse {n} sayısına inanmıyor."\n'
            for n in range(10_000)
        )
    ),
}

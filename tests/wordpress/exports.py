"""Exports for tests, made of given posts."""

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"\n'
    '\txmlns:content="http://purl.org/rss/1.0/modules/content/"\n'
    '\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"\n'
    '\txmlns:wp="http://wordpress.org/export/1.2/">\n<channel>\n'
    "\t<wp:wxr_version>1.2</wp:wxr_version>\n"
    "\t<wp:base_blog_url>https://a.example</wp:base_blog_url>\n"
)
TAIL = "\n</channel>\n</rss>\n"
PROSE = (
    "The ferry that crosses the strait at night will stop running, the council said. "
    "Nobody on board believes that it will ever come back to this pier."
)


def item(number: int, content: str = f"<![CDATA[{PROSE}]]>", **fields: str) -> str:
    """Return an item; `fields` are elements of `wp:`, or `title`, `excerpt`, `link`, `more`."""
    known = {
        "post_id": str(number),
        "post_name": f"post-{number}",
        "status": "publish",
        "post_type": "post",
        "post_date": "2026-03-02 08:30:00",
        "post_date_gmt": "2026-03-02 06:30:00",
    } | {name: words for name, words in fields.items() if name not in OTHER}
    lines = "".join(f"\t\t<wp:{name}>{words}</wp:{name}>\n" for name, words in known.items())
    return (
        f"\t<item>\n\t\t<title>{fields.get('title', f'Boat {number}')}</title>\n"
        f"\t\t<link>https://a.example/{number}/</link>\n"
        f"\t\t<content:encoded>{content}</content:encoded>\n"
        f"\t\t<excerpt:encoded>{fields.get('excerpt', '')}</excerpt:encoded>\n"
        f"{lines}{fields.get('more', '')}\t</item>\n"
    )


OTHER = ("title", "excerpt", "more")


def meta(fields: Mapping[str, str]) -> str:
    """Return meta fields of an item."""
    return "".join(
        f"\t\t<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{words}]]></wp:meta_value></wp:postmeta>\n"
        for key, words in fields.items()
    )


def write(folder: Path, *items: str, head: str = HEAD) -> Path:
    path = folder / "export.xml"
    path.write_text(head + "".join(items) + TAIL, encoding="utf-8")
    return path

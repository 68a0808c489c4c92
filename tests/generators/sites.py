"""A small site for each generator: its configuration, two posts, and where they are served."""

from dataclasses import dataclass, field

FERRY = (
    "The ferry that crosses the strait at night will stop running in the spring, the council "
    "said. Nobody on board believes that it will ever come back.\n"
)
LIBRARY = (
    "The library on the hill has lent books to the whole town since the war. It will open "
    "its new reading room on Monday, and everybody is welcome.\n"
)


@dataclass(frozen=True)
class Site:
    """What to write, what to run, and the pages that come of it."""

    layout: str
    # Path → front matter, of the ferry and of the library. Without fences if it has capitals.
    posts: dict[str, str]
    given: str  # the folder of posts that `translate` is given
    command: tuple[str, ...]
    output: str
    pages: dict[str, str]  # English address → Turkish address
    files: dict[str, str] = field(default_factory=dict)  # configuration and templates
    base: str = ""  # address of the whole site
    knows: bool = True  # its own means tell each version's page of the other


HTML = "<!doctype html><html lang={lang}><head>{head}</head><body>{body}</body></html>\n"

HUGO_TEMPLATES = {
    "layouts/_default/single.html": HTML.format(
        lang='"{{ .Language.Lang }}"',
        head="{{ range .Translations }}"
        '<link rel="alternate" hreflang="{{ .Lang }}" href="{{ .RelPermalink }}">{{ end }}',
        body="<h1>{{ .Title }}</h1>{{ .Content }}",
    ),
    "layouts/_default/list.html": "{{ range .Pages }}{{ .RelPermalink }} {{ end }}\n",
}
HUGO = (
    'baseURL = "https://example.org/blog/"\ndefaultContentLanguage = "en"\n'
    "[languages.en]\nweight = 1\n{english}[languages.tr]\nweight = 2\n{turkish}"
    '[permalinks]\nposts = "/:year/:slug/"\n'
)

JEKYLL = (
    "title: Site\nurl: https://example.org\nbaseurl: /blog\nplugins: [jekyll-polyglot]\n"
    "languages: [en, tr]\ndefault_lang: en\nparallel_localization: false\nexclude: [locales]\n"
    "defaults: [{scope: {path: ''}, values: {layout: page}}]\n"
)
JEKYLL_LAYOUT = HTML.format(
    lang='"{{ site.active_lang }}"',
    head="{% I18n_Headers https://example.org/blog %}",
    body='<a href="{{ site.baseurl }}/">home</a><h1>{{ page.title }}</h1>{{ content }}',
)

PELICAN = (
    'SITENAME = "Site"\nSITEURL = ""\nPATH = "content"\nDEFAULT_LANG = "en"\nTIMEZONE = "UTC"\n'
    "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
)

MKDOCS = (
    "site_name: Site\nplugins:\n  - i18n:\n      docs_structure: {structure}\n      languages:\n"
    "        - {{locale: en, default: true, name: English}}\n"
    "        - {{locale: tr, name: Türkçe}}\n"
)

ELEVENTY = (
    'import { EleventyI18nPlugin } from "@11ty/eleventy";\n'
    "export default (config) => {\n"
    '  config.addPlugin(EleventyI18nPlugin, { defaultLanguage: "en" });\n'
    '  return { dir: { input: "src" } };\n'
    "};\n"
)
ELEVENTY_LAYOUT = HTML.format(
    lang='"{{ lang }}"',
    head="{% for link in page.url | locale_links %}"
    '<link rel="alternate" hreflang="{{ link.lang }}" href="{{ link.url }}">{% endfor %}',
    body="<h1>{{ title }}</h1>{{ content | safe }}",
)

ASTRO = (
    'import { defineConfig } from "astro/config";\n'
    'export default defineConfig({ i18n: { defaultLocale: "en", locales: ["en", "tr"] } });\n'
)
ASTRO_LAYOUT = (
    "---\nconst { frontmatter } = Astro.props;\n---\n"
    "<html lang={frontmatter.lang}><body><h1>{frontmatter.title}</h1><slot /></body></html>\n"
)
ASTRO_COLLECTION = (
    'import { defineCollection } from "astro:content";\nimport { glob } from "astro/loaders";\n'
    'const blog = defineCollection({ loader: glob({ pattern: "**/*.md", '
    'base: "./src/content/blog" }) });\nexport const collections = { blog };\n'
)
ASTRO_ROUTE = """---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  return (await getCollection("blog")).map((post) => {
    const [lang, ...slug] = post.id.split("/");
    return { params: { lang, slug: slug.join("/") }, props: post };
  });
}
const { Content } = await render(Astro.props);
---
<html lang={Astro.params.lang}><body><h1>{Astro.props.data.title}</h1><Content /></body></html>
"""

SITES = {
    "hugo by file name": Site(
        "hugo",
        {
            "content/posts/ferry.en.md": "title: The last ferry\ndate: 2024-01-02",
            "content/posts/library/index.md": "title: The library on the hill\ndate: 2024-01-03",
        },
        "content",
        ("hugo", "--quiet"),
        "public",
        {
            "/blog/2024/the-last-ferry/": "/blog/tr/2024/",
            "/blog/2024/the-library-on-the-hill/": "/blog/tr/2024/",
        },
        {"config.toml": HUGO.format(english="", turkish=""), **HUGO_TEMPLATES},
        base="/blog",
    ),
    "hugo by folder": Site(
        "hugo",
        {
            "content/en/posts/ferry.md": "title: The last ferry\ndate: 2024-01-02",
            "content/en/about.md": "title: The library on the hill",
        },
        "content/en",
        ("hugo", "--quiet"),
        "public",
        {"/blog/2024/the-last-ferry/": "/blog/tr/2024/", "/blog/about/": "/blog/tr/about/"},
        {
            "config.toml": HUGO.format(
                english='contentDir = "content/en"\n', turkish='contentDir = "content/tr"\n'
            ),
            **HUGO_TEMPLATES,
        },
        base="/blog",
    ),
    "jekyll with polyglot": Site(
        "jekyll",
        {
            "_posts/2024-01-02-ferry.md": "title: The last ferry\ncategories: town",
            "pages/about.md": "title: The library on the hill\npermalink: /about/\nlang: en",
        },
        "",
        ("jekyll", "build", "--quiet"),
        "_site",
        {
            "/blog/town/2024/01/02/ferry.html": "/blog/tr/town/2024/01/02/ferry.html",
            "/blog/about/": "/blog/tr/about/",
        },
        {"_config.yml": JEKYLL, "_layouts/page.html": JEKYLL_LAYOUT},
        base="/blog",
    ),
    "pelican": Site(
        "pelican",
        {
            "content/town/ferry.md": "title: The last ferry\ndate: 2024-01-02",
            "content/town/library.md": "Title: The library\nDate: 2024-01-03\nSlug: library",
        },
        "content",
        ("pelican", "content", "--settings", "pelicanconf.py", "--output", "output", "--quiet"),
        "output",
        {"/the-last-ferry.html": "/the-last-ferry-tr.html", "/library.html": "/library-tr.html"},
        {"pelicanconf.py": PELICAN},
    ),
    "mkdocs by file name": Site(
        "mkdocs",
        {
            "docs/index.md": "title: The last ferry",
            "docs/guide/library.en.md": "title: The library",
        },
        "docs",
        ("mkdocs", "build", "--quiet", "--strict"),
        "site",
        {"/": "/tr/", "/guide/library/": "/tr/guide/library/"},
        {"mkdocs.yml": MKDOCS.format(structure="suffix")},
        knows=False,
    ),
    "mkdocs by folder": Site(
        "mkdocs",
        {
            "docs/en/index.md": "title: The last ferry",
            "docs/en/guide/library.md": "title: The library",
        },
        "docs/en",
        ("mkdocs", "build", "--quiet", "--strict"),
        "site",
        {"/": "/tr/", "/guide/library/": "/tr/guide/library/"},
        {"mkdocs.yml": MKDOCS.format(structure="folder")},
        knows=False,
    ),
    "eleventy": Site(
        "eleventy",
        {
            "src/en/blog/ferry.md": "title: The last ferry\nlayout: post.njk",
            "src/en/town/town.md": "title: The library\nlayout: post.njk",
        },
        "src/en",
        ("eleventy", "--quiet"),
        "_site",
        {"/en/blog/ferry/": "/tr/blog/ferry/", "/en/town/": "/tr/town/"},
        {"eleventy.config.js": ELEVENTY, "src/_includes/post.njk": ELEVENTY_LAYOUT},
    ),
    "astro by page": Site(
        "astro",
        {
            "src/pages/blog/ferry.md": "title: The last ferry\nlayout: ../../layouts/Post.astro",
            "src/pages/index.md": 'title: The library\nlayout: "../layouts/Post.astro"',
        },
        "src/pages",
        ("astro", "build", "--silent"),
        "dist",
        {"/blog/ferry/": "/tr/blog/ferry/", "/": "/tr/"},
        {"astro.config.mjs": ASTRO, "src/layouts/Post.astro": ASTRO_LAYOUT},
        knows=False,
    ),
    "astro by collection": Site(
        "astro",
        {
            "src/content/blog/en/ferry.md": "title: The last ferry",
            "src/content/blog/en/town/library.md": "title: The library",
        },
        "src/content/blog/en",
        ("astro", "build", "--silent"),
        "dist",
        {
            "/en/blog/ferry/": "/tr/blog/ferry/",
            "/en/blog/town/library/": "/tr/blog/town/library/",
        },
        {
            "astro.config.mjs": ASTRO,
            "src/content.config.ts": ASTRO_COLLECTION,
            "src/pages/[lang]/blog/[...slug].astro": ASTRO_ROUTE,
        },
        knows=False,
    ),
}

"""Blog posts in English to gettext catalogs to blog posts in Turkish, offline."""

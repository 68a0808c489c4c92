"""Grammar that terms and headings need: of Turkish, and a little of English."""

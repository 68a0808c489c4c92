"""`python -m translate`."""

from translate.cli import app

app(prog_name="translate")

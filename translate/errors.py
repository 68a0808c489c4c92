"""Errors that a user can cause. The command line prints them as one line, without a traceback."""


class TranslateError(Exception):
    """Something the user can mend. The message names the file and the remedy, on one line."""

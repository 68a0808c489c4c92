"""Fuzzing with atheris: what reads files is given what no test would think of."""

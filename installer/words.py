"""How the installer ends when a person has to do something first."""


class Stop(Exception):
    """The sentence says what to do."""

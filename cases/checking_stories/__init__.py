"""What a good editor looks at before a story is published. `registry` says how a check is made; each other module holds some."""

from importlib import import_module

HOLDERS = ("minimum", "facts", "telling", "people")
"""The modules that hold checks, in the order of the checks."""


def load() -> None:
    """Have the checks of this floor registered, and releases ask the gate; doing it again changes nothing."""
    from cases.checking_stories.gate import in_the_way
    from cases.record.releasing import CHECKS

    if in_the_way not in CHECKS:
        CHECKS.append(in_the_way)
    for name in HOLDERS:
        import_module(f"{__name__}.{name}")

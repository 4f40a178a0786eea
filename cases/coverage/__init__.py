"""Coverage: what is thin in the library, each gap a list whose lines lead to the field that closes it."""


def register() -> None:
    """Register the gaps of the ground floor."""
    from cases.coverage import blanks, links, names, stories

    for module in (stories, blanks, names, links):
        module.register()

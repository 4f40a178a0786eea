"""What the last table of docs/performance.md says: the section of the figures, what is told, and how."""


def seconds(value: float) -> str:
    """The seconds."""
    return f"{value:,.1f} s"


def milliseconds(found: dict) -> str:
    """What is usual, and the worst."""
    return f"{found['p50']:,.0f} ms (at most {found['most']:,.0f} ms)"


ROWS = [
    ("library", "stories generated", lambda f: f"{f['stories'] / f['seconds']:,.0f} stories/s"),
    ("index", "the index built from nothing", lambda f: f"{f['stories'] / f['seconds']:,.0f} stories/s"),
    ("index", "its size", lambda f: f"{f['megabytes']:,.0f} MB"),
    ("fresh", "a story published, found in the same process", lambda f: milliseconds(f["here"])),
    ("fresh", "a story published, found in another process", lambda f: milliseconds(f["elsewhere"])),
    ("fresh", "100 stories changed, found", lambda f: f"{f['hundred']:,.0f} ms"),
    ("processes", "a new process, until its first answer", lambda f: f"{f['first']:,.0f} ms"),
    ("processes", "memory of a process that has shown every page above", lambda f: f"{f['memory']:,.0f} MB"),
    ("processes", "and files that it has read (the index, programs)", lambda f: f"{f['mapped']:,.0f} MB"),
    (
        "files",
        "a generated library from files, every check made",
        lambda f: f"{f['stories'] / f['load']:,.0f} stories/s",
    ),
    ("files", "the same again, nothing to change", lambda f: f"{f['stories'] / f['again']:,.0f} stories/s"),
    ("files", "a generated library to files", lambda f: f"{f['stories'] / f['dump']:,.0f} stories/s"),
    ("files", "`load_library` of `fixtures/` into an empty database", lambda f: seconds(f["own load"])),
    ("files", "`load_library` again, nothing to change", lambda f: seconds(f["own again"])),
    ("files", "`dump_library`", lambda f: seconds(f["own dump"])),
]

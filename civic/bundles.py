"""
Bundles: our small stylesheets as one file, our small scripts as one file, and the stylesheets of each room as one more.

Sources stay one file a component; a page asks for one file of each kind, and for that of its room. There is no build: the bundle is
joined when static files are collected, or, in development, whenever a source has changed.
"""

from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.finders import find as find_static
from django.core.files.storage import FileSystemStorage

FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)
BUNDLES = {
    "civic.css": "css",
    "civic.js": "js",
    "audit.css": "css/audit",
    "courses.css": "css/courses",
    "explore.css": "css/explore",
    "passkey.js": "js/account",
    "tell.css": "css/tell",
}
"""By name, the folder. Every page asks for the first two; what only one room of the library needs comes with its pages."""

FROM_PACKAGES = {"passkey.js": ("mfa/js/webauthn-json.js", "mfa/js/webauthn.js")}
"""What a bundle stands on that is a package's own."""

BETWEEN = {".css": "\n", ".js": "\n;\n"}
"""What parts two sources: a script may end without the semicolon that the next one needs."""


class BundleFinder(BaseFinder):
    """Finds the bundles, joined from the folders of static/css and static/js."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "bundles")

    def check(self, **kwargs):
        """Nothing to configure."""
        return []

    def find(self, path, find_all=False, **kwargs):
        """The file of a bundle."""
        found = [str(bundle(path))] if path in BUNDLES else []
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns):
        """The bundles, for collectstatic."""
        for name in BUNDLES:
            bundle(name)
            yield name, self.storage


def sources(name: str) -> list[Path]:
    """The files of a bundle, in order: what others stand on first, what overrides last, the rest by name."""
    folder = settings.BASE_DIR / "static" / BUNDLES[name]

    def place(path: Path):
        return (
            path.name not in FIRST,
            FIRST.index(path.name) if path.name in FIRST else 0,
            path.name in LAST,
            path.name,
        )

    return [
        *(Path(find_static(path)) for path in FROM_PACKAGES.get(name, ())),
        *sorted(folder.glob(f"*{Path(name).suffix}"), key=place),
    ]


def bundle(name: str) -> Path:
    """The bundle on the disk, joined anew where a source is younger."""
    target = Path(settings.VAR_DIR) / "bundles" / name
    files = sources(name)
    newest = max(path.stat().st_mtime for path in [*files, files[-1].parent])
    if not target.exists() or target.stat().st_mtime < newest:
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as waiting:
            waiting.write(BETWEEN[target.suffix].join(path.read_text(encoding="utf-8") for path in files))
        Path(waiting.name).chmod(0o644)
        Path(waiting.name).replace(target)
    return target

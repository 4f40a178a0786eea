"""The files of pictures: read and cleaned beside the stories that name them, stored before those, and written back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from cases.library.checking import Record
from cases.library.crossing import Library
from cases.library.folder import PICTURES, Folder
from cases.library.names import Names
from cases.library.picture_keys import RIGHTS, FileName
from cases.library.problems import Problem, did_you_mean, shown
from cases.models import Picture
from cases.pictures.actions import keep_picture
from cases.pictures.cleaning import LARGEST, Refused, clean
from cases.pictures.fields import as_file


class LostPicture(Exception):
    """The file of a picture is not where pictures are kept."""


@dataclass
class Offer:
    """A picture as the folder tells it: its file, if the folder has it, and what stands with it."""

    name: FileName
    told: dict[str, str]
    story: str
    path: Path | None = None


@dataclass
class Offered:
    """Every picture that the stories of a folder name."""

    offers: dict[str, Offer] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def store(self, names: Names) -> None:
        """Add the pictures that are new, and change those of which something differs."""
        there = Picture.objects.in_bulk(list(self.offers), field_name="slug")
        for slug, offer in self.offers.items():
            if slug not in there:
                picture = keep_picture(file=as_file(clean(offer.path.read_bytes())), slug=slug, **offer.told)
                names.add(Picture, slug, picture.pk)
            else:
                _renew(there[slug], offer)


def _renew(picture: Picture, offer: Offer) -> None:
    new_file = bool(offer.name.digest) and offer.name.digest != picture.file_hash
    if not new_file and all(getattr(picture, name) == value for name, value in offer.told.items()):
        return
    for name, value in offer.told.items():
        setattr(picture, name, value)
    if new_file:
        storage, old = picture.file.storage, picture.file.name
        picture.file = as_file(clean(offer.path.read_bytes()))
        picture._set_image_file_metadata()
        picture.renditions.all().delete()
        transaction.on_commit(lambda: storage.delete(old))
    picture.save()


def offered_pictures(folder: Folder, library: Library) -> Offered:
    """Read the files of the pictures that stories name, and note in each story which bytes it means."""
    found, used = Offered(), set()
    for record in library.records("stories"):
        for position, part in library.parts(record, "pictures"):
            if isinstance(part.get("file"), str):
                used.add(part["file"])
                found.problems += _offer(found, folder, library, record, position, part)
    unused = sorted(set(folder.pictures) - used)
    found.warnings += [f"No story shows {PICTURES}/{name}; it was passed over." for name in unused]
    return found


def _offer(
    found: Offered, folder: Folder, library: Library, record: Record, position: int, part: dict
) -> Iterator[Problem]:
    """Take up the picture of a part; yields what is wrong with it."""
    name, path = FileName(part["file"]), folder.pictures.get(part["file"])
    at = ("pictures", position, "file")
    told = {key.column or key.name: str(key.tidy(part.get(key.name)) or "") for key in RIGHTS}
    known = found.offers.get(name.slug)
    if known and (known.name.rpartition(".")[2], known.told) != (name.rpartition(".")[2], told):
        words = (
            f"“{shown(known.story)}” shows a picture “{shown(name.slug)}” already, with another file, alternative text, "
            f"credit, licence or consent. Tell the same of it in both, or rename one."
        )
        yield library.problem(record, at, words)
    elif known:
        part["file"] = known.name
    elif path is None and not Picture.objects.filter(slug=name.slug).exists():
        words = f"There is no file {PICTURES}/{shown(name)}{did_you_mean(name, folder.pictures) or '.'}"
        yield library.problem(record, at, f"{words} Put it there, or take the picture out of the story.")
    else:
        try:
            part["file"] = FileName.of(name, _digest(path) if path else "")
            found.offers[name.slug] = Offer(part["file"], told, record.slug, path)
        except (OSError, Refused) as error:
            yield library.problem(record, at, f"{PICTURES}/{shown(name)}: {getattr(error, 'strerror', None) or error}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return clean(file.read(LARGEST + 1)).digest


def stored_pictures() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The pictures of published stories: the name of each one's file, and a function that reads it or raises LostPicture."""
    for picture in Picture.objects.shown():
        yield f"{picture.slug}{picture.suffix}", lambda picture=picture: _bytes_of(picture)


def _bytes_of(picture: Picture) -> bytes:
    try:
        with picture.open_file() as file:
            return file.read()
    except OSError as error:
        raise LostPicture(
            f"The file of the picture “{picture.slug}” is lost ({error}). Give it another at the desk, and dump again."
        ) from error

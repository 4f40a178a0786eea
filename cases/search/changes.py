"""
Which stories have changed: written to the database in the same transaction as the change itself.

Whatever is derived from the library (the index, on every machine) catches up from here. A killed process loses nothing: either its
transaction is committed, with its marks, or neither is.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import F, Model
from django.db.models.signals import m2m_changed, post_save, pre_delete
from taggit.models import Tag

from cases import replica
from cases.extensions import extensions
from cases.models import (
    Adaptation,
    Change,
    Citation,
    CollectedStory,
    Collection,
    Credit,
    Generation,
    Leader,
    Measure,
    Milestone,
    Organisation,
    Participation,
    Place,
    PolicyArea,
    Role,
    Signature,
    Source,
    Story,
    StoryTag,
)
from cases.models.generation import new_stamp

SHOWN = {"cases", "lessons", "taggit", "wagtailimages"}
"""The apps whose records pages show: whichever of them is saved or deleted, the library has a new edition."""

NOT_SHOWN = frozenset(
    {
        *("generation", "change", "errand"),
        *("contribution", "answer", "coauthor", "privatelink", "turn"),
        *("editortask", "editortask_groups", "editortaskstate", "signofftask", "signofftaskstate"),
        *("review", "signoff", "remark"),
        *("release", "releaseitem", "outsidelink", "linkuse"),
        *("follower", "subscription", "watch", "seen", "news", "suggestion"),
        *("sheetimport", "sheetrow"),
        *("audit", "round", "sheet", "reply"),
        *("course", "session", "item", "step", "trainer"),
        *("coursegroup", "member", "groupanswer", "progress"),
        *("platformlogin", "platformlaunch", "platformplacement", "platformscore"),
    }
)
"""Models of these apps that no shared page shows: what happens to them makes no new edition."""

KEPT = 20_000
"""How many generations of changes are kept; an index that is further behind is built anew."""

_gathering: ContextVar[bool] = ContextVar("gathering", default=False)


@dataclass
class Moment:
    """How the library stood when somebody asked."""

    generation: tuple[int, str]
    edition: str
    database: str = DEFAULT_DB_ALIAS
    """Which database says so: the copy, where the database itself is away."""
    kept: bool = field(default=True, compare=False)
    """Whether everything that was answered since is of this moment: not where the index was behind, or is ahead already."""


_moment: ContextVar[Moment | None] = ContextVar("moment", default=None)


def now() -> Moment:
    """How the library stands."""
    *first, last = replica.databases()
    for database in first:
        try:
            return moment_of(database)
        except replica.AWAY as error:
            replica.note_away(database, error)
    return moment_of(last)


def moment_of(database: str) -> Moment:
    """How the library stands in that database. Every page asks, so this goes straight there."""
    with connections[database].cursor() as cursor:
        cursor.execute(f"SELECT number, stamp, edition FROM {Generation._meta.db_table} WHERE id = 1")
        found = cursor.fetchone()
    if found is None:
        Generation.objects.get_or_create(pk=1)
        return moment_of(DEFAULT_DB_ALIAS)
    number, stamp, edition = found
    return Moment((number, stamp), edition, database)


def readable_in(moment: Moment) -> str:
    """The database to read that moment from: the copy, if it is as far."""
    if not replica.there_is_one() or moment.database == replica.REPLICA or replica.is_away(replica.REPLICA):
        return moment.database
    try:
        copy = moment_of(replica.REPLICA)
    except replica.AWAY as error:
        replica.note_away(replica.REPLICA, error)
        return moment.database
    same = (copy.generation, copy.edition) == (moment.generation, moment.edition)
    return replica.REPLICA if same else moment.database


def current() -> tuple[int, str]:
    """The library's generation: the number of the newest change and its stamp."""
    return now().generation


@contextmanager
def at(moment: Moment):
    """Within it a reader need not ask how the library stands, because somebody has just asked."""
    token = _moment.set(moment)
    try:
        yield moment
    finally:
        _moment.reset(token)


def moment() -> Moment | None:
    """How the library stood when the page was asked for, where that is known."""
    return _moment.get()


def keep_nothing() -> None:
    """Let nobody keep the page that is being drawn: something is away that may come back without a word."""
    if asked := _moment.get():
        asked.kept = False


def renew() -> None:
    """Record that something that pages show has changed."""
    if not Generation.objects.filter(pk=1).update(edition=new_stamp()):
        Generation.objects.get_or_create(pk=1)


@transaction.atomic
def mark(story_ids: Iterable[int] | None) -> None:
    """Record that these stories have changed, or every story where `story_ids` is None."""
    ids = [None] if story_ids is None else sorted(set(story_ids))
    if not ids:
        renew()
        return
    current()
    stamp = new_stamp()
    # The row's lock makes others wait until this transaction ends, so numbers are in the order of commits.
    Generation.objects.filter(pk=1).update(number=F("number") + 1, stamp=stamp, edition=stamp)
    number, _stamp = current()
    Change.objects.bulk_create(Change(number=number, stamp=stamp, story_id=id) for id in ids)
    if number % 1000 == 0:
        Change.objects.filter(number__lt=number - KEPT).delete()


@contextmanager
def gathered():
    """Within it nothing is marked; whoever writes many rows marks once, in the same transaction, even where that is of no story."""
    token = _gathering.set(True)
    try:
        yield
    finally:
        _gathering.reset(token)


def places_within(place: Place) -> set[int]:
    """The place and all that lies within it."""
    found, edge = set(), {place.pk}
    while edge - found:
        found |= edge
        edge = set(Place.objects.filter(within__in=edge).values_list("pk", flat=True))
    return found


def _of_story(row: Model) -> list[int]:
    return [row.story_id]


def _ids(queryset, path: str) -> Iterable[int]:
    return queryset.values_list(path, flat=True).distinct()


AFFECTS: dict[type[Model], Callable[[Model], Iterable[int]]] = {
    Story: lambda story: {story.pk, *_ids(Adaptation.objects.filter(from_story=story), "story_id")},
    **dict.fromkeys(
        (Adaptation, Citation, CollectedStory, Credit, Measure, Milestone, Participation, Role, Signature), _of_story
    ),
    StoryTag: lambda row: [row.content_object_id],
    Tag: lambda tag: _ids(StoryTag.objects.filter(tag=tag), "content_object_id"),
    Leader: lambda leader: _ids(Role.objects.filter(leader=leader), "story_id"),
    Organisation: lambda body: {
        *_ids(Participation.objects.filter(organisation=body), "story_id"),
        *_ids(Role.objects.filter(organisation=body), "story_id"),
    },
    Place: lambda place: {
        *_ids(Story.objects.filter(places__in=places_within(place)), "pk"),
        *_ids(Adaptation.objects.filter(from_place__in=places_within(place)), "story_id"),
    },
    PolicyArea: lambda area: _ids(Story.objects.filter(policy_areas=area), "pk"),
    Collection: lambda collection: _ids(CollectedStory.objects.filter(collection=collection), "story_id"),
    Source: lambda source: _ids(Citation.objects.filter(source=source), "story_id"),
}


def showing(records: Mapping[type[Model], Iterable[int]]) -> set[int]:
    """The stories that show something of these records (keys, by model), other than of themselves."""
    stories: set[int] = set()
    for model, pks in records.items():
        affects = None if model is Story else AFFECTS.get(model) or extensions.affects.get(model)
        for pk in pks if affects else ():
            stories.update(affects(model.objects.get(pk=pk)))
    return stories


def _saved(sender, instance, raw=False, **kwargs):
    # The models of migrations are not those of the library: the tables may not be there yet.
    foreign = sender._meta.app_label not in SHOWN or sender.__module__ == "__fake__"
    if foreign or sender._meta.model_name in NOT_SHOWN or _gathering.get():
        return
    affected = AFFECTS.get(sender) or extensions.affects.get(sender)
    mark(affected(instance) if affected and not raw else ())


def _relation_changed(sender, instance, action, reverse, **kwargs):
    if action.startswith("post_") and not reverse:
        _saved(type(instance), instance)
    elif action.startswith("post_") and not _gathering.get():
        renew()


def listen() -> None:
    """Mark on every save and deletion of a record that stories show."""
    post_save.connect(_saved, dispatch_uid="casebook-saved")
    # Before a deletion, while the rows that tell which stories show the record are still there.
    pre_delete.connect(_saved, dispatch_uid="casebook-deleting")
    m2m_changed.connect(_relation_changed, dispatch_uid="casebook-related")

"""
What an editor does, by the functions behind the desk's buttons. Each deed says, line by line, what the database has confirmed.

Every change of a story carries a number in the story's title: `published 12 34` says that story 12 carries number 34. `uncertain` is
said before a deed that may be done and not be confirmed, because the process was killed in between.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Model

from cases.models import Release, SheetImport, Source, Story
from cases.models.sheet_import import SheetState
from cases.record.merging import merge
from cases.record.releasing import CannotRelease, release, set_records
from cases.record.retiring import bring_back, retire
from cases.search.changes import gathered, mark
from cases.sheets.forms import UploadForm
from cases.sheets.working import work

AGAIN = re.compile(r" \(again \d+\)$")
"""What the name of a record ends with that was written down a second time."""

EDITOR = "editor"
"""The name of the account that uploads spreadsheets."""


class Editor:
    """Somebody who works on stories of their own: the others leave these alone, so each knows what they must say."""

    def __init__(self, name: str, ids: list[int], random: Random):
        self.name, self.ids, self.random = name, ids, random

    def story(self) -> Story:
        """Any of their stories."""
        return Story.objects.get(pk=self.random.choice(self.ids))

    def some(self, most: int) -> list[Story]:
        """Some of their stories that readers may see."""
        found = list(Story.objects.published().filter(pk__in=self.ids))
        return self.random.sample(found, min(most, len(found)))

    def do(self, number: int) -> Iterator[str]:
        """Any deed, under that number."""
        [deed] = self.random.choices(list(DEEDS), DEEDS.values())
        yield from deed(self, number)
        yield f"did {deed.__name__}"


def title(story: Story, number: int) -> str:
    """The title that says which change it is."""
    return f"Kept {story.pk} number{number}"


def rewritten(story: Story, number: int) -> str:
    """Publish the story under the number's title."""
    story.title = title(story, number)
    story.save_revision().publish()
    return f"published {story.pk} {number}"


def edit(editor: Editor, number: int) -> Iterator[str]:
    """Publish a change."""
    yield rewritten(editor.story(), number)


def draft(editor: Editor, number: int) -> Iterator[str]:
    """Save a draft, which readers do not see, and publish it with a second one."""
    story = editor.story()
    story.problem = f"{story.problem[:500]}\n\nIt was said a second time.".strip()
    story.save_revision()
    yield rewritten(Story.objects.get(pk=story.pk).get_latest_revision_as_object(), number)


def restore(editor: Editor, number: int) -> Iterator[str]:
    """Publish an old version again."""
    story = editor.story()
    versions = list(story.revisions.all())
    old = editor.random.choice(versions).as_object() if versions else story
    yield rewritten(old, number)


def hide(editor: Editor, number: int) -> Iterator[str]:
    """Take a story back without a reason."""
    story = editor.story()
    yield rewritten(story, number)
    yield f"uncertain {story.pk} {number}"
    Story.objects.get(pk=story.pk).unpublish()
    yield f"hidden {story.pk} {number}"


def retire_one(editor: Editor, number: int) -> Iterator[str]:
    """Take a story back with a reason."""
    story = editor.story()
    yield rewritten(story, number)
    yield f"uncertain {story.pk} {number}"
    retire(record=Story.objects.get(pk=story.pk), reason=f"It was number{number}.")
    yield f"retired {story.pk} {number}"


def bring_one_back(editor: Editor, number: int) -> Iterator[str]:
    """Show a retired story again."""
    for story in Story.objects.retired().filter(pk__in=editor.ids)[:1]:
        last = number_of(story.title)
        yield f"uncertain {story.pk} {last}"
        bring_back(record=story)
        yield f"published {story.pk} {last}"


def rename(editor: Editor, number: int) -> Iterator[str]:
    """Publish a story under another slug."""
    story = editor.story()
    story.slug = f"kept-{story.pk}-{number}"
    yield rewritten(story, number)
    yield f"named {story.pk} {number}"


def write_many(editor: Editor, number: int) -> Iterator[str]:
    """Write many at once, so that the index has long to write."""
    chosen = editor.some(len(editor.ids) // 2)
    with transaction.atomic(), gathered():
        for story in chosen:
            story.title = title(story, number)
            story.save()
        mark([story.pk for story in chosen] if editor.random.random() < 0.7 else None)
    yield "\n".join(f"published {story.pk} {number}" for story in chosen)


def import_a_sheet(editor: Editor, number: int) -> Iterator[str]:
    """Publish what a spreadsheet says of some stories."""
    chosen = editor.some(5)
    rows = "".join(f"{story.slug},{title(story, number)}\n" for story in chosen)
    form = UploadForm({}, {"file": SimpleUploadedFile("stories.csv", f"Slug,Title\n{rows}".encode())})
    if not form.is_valid():
        raise ValueError(form.errors)
    found = form.save(User.objects.get(username=EDITOR))
    for _step in ("read it", "write it"):
        work(found)
        SheetImport.objects.move(found.pk, before=[SheetState.CHECKED], after=SheetState.CONFIRMED, publishes=True)
        found.refresh_from_db()
    if found.state != SheetState.DONE:
        raise ValueError(f"The import is {found.state}: {found.message} {list(found.sheet_rows.values('cells'))}")
    yield "\n".join(f"published {story.pk} {number}" for story in chosen)


def publish_together(editor: Editor, number: int) -> Iterator[str]:
    """Publish two drafts at one moment; that of a killed process is given up."""
    Release.objects.waiting().filter(title=editor.name).delete()
    chosen = editor.some(2)
    for story in chosen:
        story.title = title(story, number)
        story.save_revision()
    if chosen:
        found = Release.objects.create(title=editor.name)
        set_records(release=found, records=[Story.objects.get(pk=story.pk) for story in chosen])
        yield f"together {chosen[0].pk} {chosen[-1].pk} {number}"
        # A story may name one that readers cannot see: then neither is published.
        with suppress(CannotRelease):
            release(release=found)
            yield "\n".join(f"published {story.pk} {number}" for story in chosen)


def merge_two(editor: Editor, number: int) -> Iterator[str]:
    """Name a record of the cast that was written down a second time in a story, and make the two one."""
    story = editor.story()
    relation, name = editor.random.choice(
        [("roles", "leader"), ("participations", "organisation"), ("citations", "source")]
    )
    row = next((row for row in getattr(story, relation).all() if getattr(row, name)), None)
    if row:
        kept = getattr(row, name)
        gone = twin(kept, number)
        setattr(row, name, gone)
        getattr(story, relation).add(row)
        yield rewritten(story, number)
        slug, noun = gone.slug, gone._meta.model_name
        merge(gone=gone, kept=kept)
        yield f"merged {noun} {slug} {kept.pk}"


def twin(record: Model, number: int) -> Model:
    """The same record, written down a second time and published."""
    found = type(record).objects.get(pk=record.pk)
    name = "title" if isinstance(found, Source) else "name"
    found.pk, found.live, found.first_published_at = None, False, None
    found.latest_revision = found.live_revision = None
    found.slug = f"{found.slug[:50]}-again-{number}"
    setattr(found, name, f"{AGAIN.sub('', getattr(found, name))} (again {number})")
    found.save()
    found.save_revision().publish()
    return type(record).objects.get(pk=found.pk)


def number_of(text: str) -> int:
    """The number of the change that the title carries."""
    found = re.search(r"number(\d+)$", text)
    return int(found[1]) if found else 0


DEEDS: dict[Callable[[Editor, int], Iterator[str]], int] = {
    edit: 30, draft: 10, restore: 10, hide: 5, retire_one: 7, bring_one_back: 7, rename: 8, write_many: 6, import_a_sheet: 3,
    publish_together: 6, merge_two: 12,
}  # fmt: skip
"""The deeds, each with how often it is done among a hundred or so."""

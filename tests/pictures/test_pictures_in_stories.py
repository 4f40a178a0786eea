"""A reader sees the pictures of a story."""

import logging
import re

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Picture, PictureRendition, StoryPicture
from cases.pictures.showing import make_ready
from tests.drawing import as_bytes, drawing
from tests.factories import PictureFactory, StoryFactory, StoryPictureFactory

pytestmark = pytest.mark.django_db


def body(client, story) -> str:
    """The page of the story."""
    return client.get(story.get_absolute_url()).content.decode()


def queries(client, story) -> int:
    """How many queries the second look at the story's page takes, made anew as for a new edition."""
    body(client, story)
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as asked:
        body(client, story)
    return len(asked)


def room(page) -> tuple[int, int]:
    """The width and the height that the first picture of the page takes."""
    image = re.search(r"<img [^>]*>", page)[0]
    return tuple(int(re.search(rf' {name}="(\d+)"', image)[1]) for name in ("width", "height"))


def large(**told) -> Picture:
    """A picture as wide as a column of a wide and dense screen."""
    return PictureFactory(file=ContentFile(as_bytes(drawing(1600, 1000)), "wide.jpg"), **told)


def test_it_offers_each_format_in_each_size(client):
    row = StoryPictureFactory(picture=large())

    page = body(client, row.story)

    assert re.findall(r'<source [^>]* type="(image/\w+)">', page) == ["image/avif", "image/webp"]
    assert page.count(".avif 400w") == page.count(".webp 800w") == page.count(".jpg 1368w") == 1
    assert 'sizes="(min-width: 720px) 684px, calc(100vw - 36px)"' in page


def test_it_says_what_is_in_the_picture_and_how_much_room_it_takes(client):
    row = StoryPictureFactory(picture=large(description='A bus, "the <b>library</b>".'))

    page = body(client, row.story)

    assert 'alt="A bus, &quot;the &lt;b&gt;library&lt;/b&gt;&quot;."' in page
    assert room(page) == (684, 428)


@pytest.mark.parametrize(("size", "shown"), [((300, 200), (300, 200)), ((800, 1600), (320, 640))])
def test_it_never_makes_a_picture_larger_than_it_is_or_higher_than_a_screen(client, size, shown):
    row = StoryPictureFactory(picture=PictureFactory(file=ContentFile(as_bytes(drawing(*size)), "odd.jpg")))

    page = body(client, row.story)

    assert room(page) == shown


def test_it_names_who_made_it_and_the_licence(client):
    picture = PictureFactory(credit="Ada & Co", licence="cc-by-sa-2")
    row = StoryPictureFactory(picture=picture, caption="The bus at its <first> stop.")

    page = body(client, row.story)

    assert "Picture: Ada &amp; Co." in page
    assert '<a href="https://creativecommons.org/licenses/by-sa/2.0/" rel="license">CC BY-SA 2.0</a>' in page
    assert "The bus at its &lt;first&gt; stop." in page


def test_it_keeps_the_note_of_consent_from_readers(client):
    told = {"licence": "permission", "licence_words": "Given by the Courier in 2024.", "consent": "Asked by Ada."}
    row = StoryPictureFactory(picture=PictureFactory(**told))

    page = body(client, row.story)

    assert "With permission (Given by the Courier in 2024.)" in page
    assert "Asked by Ada." not in page


def test_it_waits_with_pictures_below_the_first_screen(client):
    lead = StoryPictureFactory(story=StoryFactory(problem="There was none."))
    StoryPictureFactory(story=lead.story, section="problem")

    assert re.findall(r'loading="(\w+)"', body(client, lead.story)) == ["eager", "lazy"]


@pytest.mark.parametrize("field", ["problem", "what_they_did", "what_went_wrong", "before_you_adapt_it"])
def test_it_shows_a_picture_in_its_section(client, field):
    row = StoryPictureFactory(story=StoryFactory(**{field: "So it was."}), section=field)

    section = re.search(rf'<section[^>]*aria-labelledby="{field}">.*?</section>', body(client, row.story), re.S)

    assert row.picture.description in section[0]


def test_it_loses_no_picture_of_a_section_that_is_not_told(client):
    lead = StoryPictureFactory()
    more = [StoryPictureFactory(story=lead.story, section=section) for section in ("lead", "problem")]

    page = body(client, lead.story)

    assert [page.count(row.picture.description) for row in [lead, *more]] == [1, 1, 1]


def test_it_asks_nothing_more_for_a_story_without_pictures(client):
    bare = StoryFactory()
    known = queries(client, bare)

    assert "story-picture" not in body(client, bare)
    assert known == queries(client, StoryFactory())
    assert queries(client, StoryPictureFactory().story) == known + 3


def test_it_asks_as_much_for_six_pictures_as_for_one(client):
    one, six = StoryPictureFactory(), StoryPictureFactory(picture=large())
    StoryPictureFactory.create_batch(5, story=six.story)

    assert queries(client, one.story) == queries(client, six.story)


def test_it_shows_a_story_whose_picture_has_lost_its_file(client, caplog):
    row = StoryPictureFactory()
    row.picture.file.storage.delete(row.picture.file.name)

    with caplog.at_level(logging.WARNING):
        page = body(client, row.story)

    assert "<picture>" not in page
    assert f"The picture {row.picture.slug} cannot be shown" in caplog.text


def test_it_makes_pictures_ready_before_a_reader_comes():
    shown, draft = StoryPictureFactory(), StoryPictureFactory(story=StoryFactory(draft=True))

    assert make_ready() == "1 made ready"
    assert make_ready() == ""
    assert set(PictureRendition.objects.values_list("image", flat=True)) == {shown.picture_id}
    assert StoryPicture.objects.filter(pk=draft.pk).exists()


def test_it_keeps_originals_where_no_address_leads(settings):
    picture = PictureFactory()

    assert picture.file.path.startswith(str(settings.ORIGINALS_DIR))
    assert not picture.file.path.startswith(str(settings.MEDIA_ROOT))
    with pytest.raises(ValueError, match="has no address"):
        str(picture.file.url)


def test_it_gives_files_names_that_say_nothing():
    picture = PictureFactory(file=ContentFile(as_bytes(), "Ada at home.jpg"))

    assert re.fullmatch(r"[a-z0-9]{22}\.jpg", picture.file.name)
    assert "Ada" not in picture.get_rendition("format-webp|width-400").file.name

"""Several records are published at one moment: all of them, or none."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone
from post_office.models import Email

from cases.models import Participation, Release, Story
from cases.record import releasing
from cases.record.releasing import CannotRelease, conflicts, release, set_records
from cases.record.retiring import retire
from tests.factories import OrganisationFactory, ReleaseFactory, ReleaseItemFactory, StoryFactory
from tests.reading import found, words

pytestmark = pytest.mark.django_db


def drafted(record, **fields):
    """Saves a draft of the record with other words."""
    draft = record.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()
    return type(record).objects.get(pk=record.pk)


def rewritten(record, **fields):
    """Writes into the draft what no screen would let through."""
    revision = type(record).objects.get(pk=record.pk).latest_revision
    revision.content = {**revision.content, **fields}
    revision.save()


@pytest.fixture
def council():
    """A body that readers have not seen yet."""
    return OrganisationFactory(name="The new council", slug="new-council", draft=True)


@pytest.fixture
def bus(council):
    """A published story with a draft that names that body."""
    story = StoryFactory(slug="bus", title="The night bus", ready=True)
    return drafted(story, title="The morning bus", participations=[Participation(organisation=council, part="lead")])


@pytest.fixture
def news(bus, council):
    """A release of the two."""
    made = ReleaseFactory(title="The autumn")
    set_records(release=made, records=[bus, council])
    return made


def test_it_publishes_everything_at_one_moment(client, news):
    before = client.get("/organisations/new-council/").status_code

    release(release=news)

    page = words(client.get("/stories/bus/"))
    assert (before, "The morning bus" in page, "The new council" in page) == (404, True, True)
    assert found({"organisation": "new-council"}) == ["bus"]
    assert Release.objects.get().released_at is not None


def test_it_publishes_nothing_where_one_cannot_be(client, news, bus):
    Story.objects.filter(pk=bus.pk).update(locked=True)

    with pytest.raises(CannotRelease, match="“The night bus” is locked"):
        release(release=news)

    assert client.get("/organisations/new-council/").status_code == 404
    assert Release.objects.get().released_at is None


def test_it_publishes_nothing_where_the_database_refuses_one(client, news, bus, council):
    # Each could be published alone; together they would have one slug.
    council.save_revision().publish()
    tram = drafted(StoryFactory(slug="tram", ready=True), title="The tram")
    rewritten(tram, slug="same")
    rewritten(bus, slug="same")
    set_records(release=news, records=[tram, bus])

    with pytest.raises(CannotRelease, match="The database refused the records together"):
        release(release=news)

    assert [client.get(f"/stories/{slug}/").status_code for slug in ("tram", "same")] == [200, 404]


def test_it_publishes_a_release_once(news):
    release(release=news)

    with pytest.raises(CannotRelease, match="It has been published already"):
        release(release=news)


def test_it_names_what_readers_could_not_see(news, bus):
    set_records(release=news, records=[bus])

    assert conflicts(news) == [
        "“The morning bus” names “The new council”, which readers cannot see. Add that, or publish it first."
    ]


def _taken_by_another(bus, news):
    other = ReleaseFactory(title="The winter")
    ReleaseItemFactory(release=other, record=bus)


CONFLICTS = [
    (lambda bus, news: Story.objects.filter(pk=bus.pk).delete(), "“The night bus” is not there any more. Take it out."),
    (
        lambda bus, news: bus.latest_revision.publish(),
        "“The morning bus” has no draft: what there is of it is published. Take it out.",
    ),
    (
        lambda bus, news: rewritten(bus, year_from=1998, year_to=1993),
        "“The morning bus”: The last year must not lie before the first.",
    ),
    (
        lambda bus, news: rewritten(bus, result=""),
        "“The morning bus”: The story does not say what came of it. Choose a result; “Not stated” is one.",
    ),
    (
        lambda bus, news: retire(record=bus, reason="It was one too many."),
        "“The night bus” is retired. Bring it back first, or take it out.",
    ),
    (
        lambda bus, news: drafted(bus, go_live_at=timezone.now() + timedelta(days=1)).latest_revision.publish(),
        "“The night bus” has a time of its own to be published. Take that away, or take it out.",
    ),
    (_taken_by_another, "“The night bus” is in the release “The winter” too. Take it out of one."),
]


@pytest.mark.parametrize(("happens", "sentence"), CONFLICTS)
def test_it_says_what_stands_in_the_way(bus, news, happens, sentence):
    happens(bus, news)

    assert sentence in conflicts(news)


def test_it_says_that_there_is_nothing_in_it():
    assert conflicts(ReleaseFactory()) == ["There is no record in it. Choose at least one."]


def test_it_asks_what_others_check(monkeypatch, news):
    monkeypatch.setattr(releasing, "CHECKS", [lambda draft: [f"Nobody has signed “{draft}” off."]])

    assert "Nobody has signed “The morning bus” off." in conflicts(news)


def test_it_is_refused_to_who_may_not_publish_each_noun(news):
    user = User.objects.create_user("ada")
    user.user_permissions.add(Permission.objects.get(codename="publish_story"))

    assert conflicts(news, user) == ["You may not publish organisations, such as “The new council”."]


def test_it_is_published_when_its_time_has_come(client, news):
    Release.objects.update(at=timezone.now() - timedelta(seconds=1))

    assert releasing.release_due() == "1 release published"

    assert "The morning bus" in words(client.get("/stories/bus/"))


def test_it_waits_for_its_time(news):
    Release.objects.update(at=timezone.now() + timedelta(hours=1))

    assert releasing.release_due() == ""
    assert Release.objects.get().released_at is None


def test_it_says_by_mail_once_why_it_could_not_be_published(admin_user, news, bus):
    Story.objects.filter(pk=bus.pk).update(locked=True)
    Release.objects.update(at=timezone.now() - timedelta(seconds=1))

    done = [releasing.release_due(), releasing.release_due()]

    mail = Email.objects.get()
    assert done == ["1 release refused", ""]
    assert (mail.to, "“The night bus” is locked. Unlock it first." in mail.message) == (["admin@example.com"], True)
    assert Release.objects.get().refused == "“The night bus” is locked. Unlock it first."


def test_it_publishes_the_other_releases_where_one_is_refused(news, bus):
    ReleaseItemFactory(release__at=timezone.now(), record=OrganisationFactory(draft=True))
    Story.objects.filter(pk=bus.pk).update(locked=True)
    Release.objects.update(at=timezone.now() - timedelta(seconds=1))

    assert releasing.release_due() == "1 release published, 1 release refused"


def test_it_counts_each_story_as_a_new_version(news, bus):
    release(release=news)

    assert Story.objects.get(pk=bus.pk).version == 2

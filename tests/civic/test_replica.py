"""Reading from a copy of the database: only what is the same for everybody, only as long as it is as far."""

from unittest import mock

import pytest
from django.db import OperationalError

from cases import replica
from cases.models import Story
from cases.search import changes
from cases.search.changes import Moment
from tests.factories import StoryFactory

HERE, COPY = "default", replica.REPLICA
GONE = OperationalError("the server closed the connection")


@pytest.fixture
def copy(settings, monkeypatch):
    """There is a copy; `says` holds how each of the two stands, or what it raises."""
    monkeypatch.setattr(replica, "_away_since", {})
    monkeypatch.setattr(replica, "there_is_one", lambda: True)
    says = {HERE: Moment((7, "a"), "e", HERE), COPY: Moment((7, "a"), "e", COPY)}

    def moment_of(database):
        if isinstance(says[database], Exception):
            raise says[database]
        return says[database]

    monkeypatch.setattr(changes, "moment_of", moment_of)
    monkeypatch.setattr(replica, "connections", mock.MagicMock())
    return says


def test_it_reads_from_the_copy_that_is_as_far(copy):
    assert changes.readable_in(changes.now()) == COPY


@pytest.mark.parametrize(
    "behind", [Moment((6, "b"), "e", COPY), Moment((7, "a"), "other", COPY), Moment((7, "b"), "e", COPY)]
)
def test_it_reads_from_the_database_where_the_copy_is_behind(copy, behind):
    copy[COPY] = behind

    assert changes.readable_in(changes.now()) == HERE


def test_it_reads_from_the_database_where_the_copy_is_away(copy):
    copy[COPY] = GONE

    assert changes.readable_in(changes.now()) == HERE


def test_it_reads_from_the_copy_where_the_database_is_away(copy):
    copy[HERE] = GONE

    assert (changes.now().database, changes.readable_in(changes.now())) == (COPY, COPY)


def test_it_does_not_ask_who_was_away_just_now(copy):
    copy[HERE] = GONE
    changes.now()
    copy[HERE] = Moment((8, "c"), "f", HERE)

    assert changes.now().database == COPY


def test_it_asks_again_after_a_while(copy, monkeypatch):
    copy[HERE] = GONE
    changes.now()
    monkeypatch.setattr(replica, "REST", 0)
    copy[HERE] = Moment((8, "c"), "f", HERE)

    assert changes.now().database == HERE


def test_it_says_so_where_both_are_away(copy):
    copy[HERE] = copy[COPY] = GONE

    with pytest.raises(OperationalError):
        changes.now()


def test_it_writes_to_the_database_in_any_case():
    router = replica.ReplicaRouter()
    with replica.reading(COPY):
        assert (router.db_for_read(Story), router.db_for_write(Story)) == (COPY, HERE)

    assert router.db_for_read(Story) == HERE
    assert (router.allow_migrate(HERE, "cases"), router.allow_migrate(COPY, "cases")) == (True, False)


@pytest.fixture
def goes_away(monkeypatch):
    """The database goes away while the first page of a story is made, and is back for the second."""
    monkeypatch.setattr(replica, "there_is_one", lambda: True)
    monkeypatch.setattr(replica, "databases", lambda: [HERE])
    monkeypatch.setattr(changes, "readable_in", lambda moment: HERE)
    monkeypatch.setattr(replica, "note_away", lambda database, error: None)
    story = StoryFactory(slug="bus", title="The night bus")
    asked = mock.Mock(side_effect=[GONE, story])
    monkeypatch.setattr("cases.views.story_for_page", asked)
    return asked


@pytest.mark.django_db
def test_it_reads_a_page_again_from_the_other_where_one_goes_away(client, goes_away):
    response = client.get("/stories/bus/")

    assert (response.status_code, goes_away.call_count) == (200, 2)
    assert "private" in response["Cache-Control"]


@pytest.mark.django_db
def test_it_says_that_it_can_only_be_read(client, monkeypatch):
    now = changes.now()
    monkeypatch.setattr(changes, "now", lambda: Moment(now.generation, now.edition, COPY))
    monkeypatch.setattr(replica, "reading", lambda database: mock.MagicMock())

    assert client.get("/healthz").json()["database"] == "read only"

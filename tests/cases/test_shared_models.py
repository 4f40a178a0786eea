"""What makes a new edition of the library, and what does not: no shared page may show what does not."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.search.changes import NOT_SHOWN, SHOWN
from tests import factories

ADDRESSES = [
    *("/", "/stories/", "/stories.json", "/stories.csv", "/stories.atom", "/stories/shelf-1/", "/stories/-/options/place/"),
    *("/organisations/", "/organisations/organisation-1/", "/leaders/", "/leaders/leader-1/", "/places/", "/places/town-0/"),
    *("/sources/", "/sources/source-0/", "/collections/", "/collections/collection-0/", "/lessons/", "/lessons/lesson-1/"),
    *("/frameworks/", "/frameworks/framework-0/", "/frameworks/crosswalk/", "/elements/element-1/", "/questions/"),
    *("/questions/question-0/", "/tensions/", "/tensions/tension-0/", "/explore/", "/explore/evidence-map/"),
    *("/explore/innovation-zones/", "/explore/outcomes/", "/explore/lineage/", "/explore/map/"),
    *("/explore/would-it-work-here/", "/stories/compare/?story=shelf-0&story=shelf-1"),
]  # fmt: skip

OWN = {"generation", "change"}
"""The tables that say which edition it is; every page asks them."""

HIDDEN = [
    *(factories.ReviewFactory, factories.SignOffFactory, factories.RemarkFactory, factories.ReleaseItemFactory),
    *(factories.SuggestionFactory, factories.NewsFactory, factories.LinkUseFactory, factories.ContributionFactory),
    *(factories.CourseFactory, factories.ItemFactory, factories.TrainerFactory, factories.StepFactory),
    *(factories.GroupAnswerFactory, factories.ProgressFactory, factories.PlatformScoreFactory, factories.ReplyFactory),
]

VISIBLE = [
    *(factories.SignatureFactory, factories.CreditFactory, factories.StoryPictureFactory, factories.PictureFactory),
    *(factories.ChangeNoteFactory, factories.VersionFactory, factories.FormerSlugFactory, factories.EvidenceFactory),
    *(factories.IllustrationFactory, factories.RelationFactory, factories.SideFactory, factories.TagFactory),
]


def hidden_tables() -> set[str]:
    """The tables of which no shared page shows anything."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in SHOWN]
    return {f'"{model._meta.db_table}"' for model in models if model._meta.model_name in NOT_SHOWN - OWN}


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_asks_nothing_of_what_makes_no_edition(client, shelf, address):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)

    assert (response.status_code, response.has_header("ETag")) == (200, True)
    assert [query["sql"] for query in asked if any(table in query["sql"] for table in hidden_tables())] == []


def test_it_names_only_models_that_there_are():
    assert {model._meta.model_name for model in apps.get_models(include_auto_created=True)} >= NOT_SHOWN


def saved_anew(client, factory) -> int:
    """The status of a page that somebody has, after a record has been saved."""
    record = factory()
    first = client.get("/sources/")
    record.save()
    return client.get("/sources/", headers={"If-None-Match": first["ETag"]}).status_code


@pytest.mark.django_db
@pytest.mark.parametrize("factory", HIDDEN)
def test_it_keeps_the_edition_when_nothing_is_shown_of_it(client, factory):
    assert saved_anew(client, factory) == 304


@pytest.mark.django_db
@pytest.mark.parametrize("factory", VISIBLE)
def test_it_makes_an_edition_of_what_pages_show(client, factory):
    assert saved_anew(client, factory) == 200

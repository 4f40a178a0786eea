"""A reader cites a story: in words, and in the forms that programs read. Each is read here by a program that reads it."""

import json

import bibtexparser
import pytest
import rispy

from cases.extensions import extensions
from tests.factories import StoryFactory
from tests.reading import links, soup

pytestmark = pytest.mark.django_db

VERSION = "http://127.0.0.1:8000/stories/bus/versions/3/"
NASTY = "100 % of {buses} & trams_#1 cost $5 ~ \\ ^ “so” – and <b>more"


@pytest.fixture
def bus():
    """A story in its third version."""
    return StoryFactory(slug="bus", title="The night bus", summary="A bus at night.", version=3, ready=True)


@pytest.fixture
def written(monkeypatch):
    """Two people wrote it."""
    monkeypatch.setattr(extensions, "authors", [lambda story: ["Ada Okafor", "Mel van der Usher"]])


def read_bib(client):
    """The one entry."""
    library = bibtexparser.parse_string(client.get("/stories/bus/cite.bib").content.decode())
    assert library.failed_blocks == []
    return {field.key: field.value for field in library.entries[0].fields}


def read_ris(client):
    """The one reference."""
    return rispy.loads(client.get("/stories/bus/cite.ris").content.decode())[0]


def read_csl(client):
    """The one item."""
    return json.loads(client.get("/stories/bus/cite.json").content)[0]


def test_it_says_on_the_page_how_to_cite_it(client, bus, written):
    page = client.get("/stories/bus/")

    said = soup(page).select_one(".cite-text").get_text()
    assert said == (
        f"Ada Okafor and Mel van der Usher. “The night bus.” Civic Casebook, version 3, 1 January 2026. {VERSION}"
    )
    assert links(page)["CSL-JSON"] == "/stories/bus/cite.json"


def test_it_cites_the_library_where_nobody_is_named(client, bus):
    said = soup(client.get("/stories/bus/")).select_one(".cite-text").get_text()

    assert said == f"“The night bus.” Civic Casebook, version 3, 1 January 2026. {VERSION}"
    assert read_csl(client)["author"] == [{"literal": "Civic Casebook"}]
    assert read_bib(client)["author"] == "{Civic Casebook}"
    assert read_ris(client)["authors"] == ["Civic Casebook"]


def test_it_is_read_as_bibtex(client, bus, written):
    fields = read_bib(client)

    assert (fields["title"], fields["url"], fields["version"]) == ("{The night bus}", VERSION, "3")
    assert (fields["author"], fields["date"]) == ("{Okafor}, Ada and {Usher}, Mel van der", "2026-01-01")


def test_it_is_read_as_ris(client, bus, written):
    found = read_ris(client)

    assert (found["title"], found["urls"], found["edition"]) == ("The night bus", [VERSION], "3")
    assert (found["authors"], found["year"]) == (["Okafor, Ada", "Usher, Mel van der"], "2026")


def test_it_is_read_as_csl(client, bus, written):
    item = read_csl(client)

    assert (item["title"], item["URL"], item["version"]) == ("The night bus", VERSION, "3")
    assert item["author"][0] == {"family": "Okafor", "given": "Ada"}
    assert item["issued"] == {"date-parts": [[2026, 1, 1]]}


def test_it_cites_the_version_that_is_shown(client, bus, publish):
    publish(bus, title="The morning bus")

    said = soup(client.get("/stories/bus/versions/3/")).select_one(".cite-text").get_text()

    assert "The night bus" in said
    assert said.endswith("/stories/bus/versions/3/")


def test_it_survives_signs_that_the_forms_use_themselves(client, bus):
    bus.title = NASTY
    bus.save()

    assert read_ris(client)["title"] == read_csl(client)["title"] == NASTY
    assert read_bib(client)["title"] == (
        r"{100 \% of \{buses\} \& trams\_\#1 cost \$5 \textasciitilde{} \textbackslash{} \textasciicircum{} “so” – and <b>more}"
    )


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_it_is_a_file_to_keep(client, bus, ending, kind):
    response = client.get(f"/stories/bus/cite.{ending}")

    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'attachment; filename="bus.{ending}"'

"""Finding stories by words."""

import pytest

from tests.factories import (
    EvidenceFactory,
    LeaderFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import found, rows, soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_stories():
    """One of bins, one of a café, one of cautions."""
    StoryFactory(
        slug="bins",
        title="The bins of Kirklees",
        summary="Crews sorted the recycling at the kerb.",
        problem="Nobody had asked the residents of Huddersfield.",
    )
    StoryFactory(slug="cafe", title="A café in the church", summary="Volunteers bake for everybody.")
    StoryFactory(
        slug="police",
        title="Cautions",
        summary="Young offenders met the people.",
        what_changed="Reoffending fell.",
    )


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("bins", ["bins"]),
        ("BINS", ["bins"]),
        ("bin", ["bins"]),
        ("recycle", ["bins"]),
        ("offender", ["police"]),
        ("cafe", ["cafe"]),
        ("CAFÉ", ["cafe"]),
        ("crews kerb", ["bins"]),
        ("bins residents", ["bins"]),
        ("bins church", []),
        ('"sorted the recycling"', ["bins"]),
        ("“sorted the recycling”", ["bins"]),
        ('"recycling the sorted"', []),
        ('"bins', ["bins"]),
        ("young-offenders", ["police"]),
        ("residents -bins", []),
        ("-bins -church", ["police"]),
        ('-"sorted the recycling" -church', ["police"]),
        ("bins -", ["bins"]),
        ("bins*", ["bins"]),
        ("+bins", ["bins"]),
        ("(bins)", ["bins"]),
        ("bins~2", []),
        ("title:bins", []),
        ("bins AND church", []),
        ("[bins TO church]", []),
        ("bins\\", ["bins"]),
        ("'; DROP TABLE cases_story; --", []),
        ("' OR '1'='1", []),
        ("%", ["bins", "cafe", "police"]),
        ("?! … ()", ["bins", "cafe", "police"]),
        ("-", ["bins", "cafe", "police"]),
        ('""', ["bins", "cafe", "police"]),
        ("bi\x00ns", ["bins"]),
        ("\u202ebins\u202c", ["bins"]),
        ("\u200fbins\u200f", ["bins"]),
        ("bins " * 2000, ["bins"]),
        ("🗑 bins", ["bins"]),
    ],
)
def test_it_finds_by_words(three_stories, words, slugs):
    assert sorted(found({"q": words})) == slugs


def test_it_reads_no_more_than_two_hundred_characters(three_stories):
    assert found({"q": "bins " * 60 + "unicorn"}) == ["bins"]


def test_it_joins_words_that_come_in_several_parameters(three_stories):
    assert found({"q": ["crews", "kerb"]}) == ["bins"]


@pytest.mark.parametrize("words", ["Ada Okafor", "driver", "Hill School", "Leeds", "Transport", "night buses"])
def test_it_finds_by_the_names_in_a_story(words):
    areas, places = [PolicyAreaFactory(name="Transport")], [PlaceFactory(name="Leeds")]
    story = StoryFactory(slug="bus", policy_areas=areas, places=places, tags=["night buses"])
    RoleFactory(story=story, leader=LeaderFactory(name="Ada Okafor"), job_title="Driver")
    ParticipationFactory(story=story, organisation=OrganisationFactory(name="Hill School"))

    assert found({"q": words}) == ["bus"]


@pytest.mark.parametrize("words", ["routes", "regulars"])
def test_it_finds_by_the_lessons_of_a_story(words):
    EvidenceFactory(
        story__slug="bus",
        lesson__sentence="Ask drivers about routes",
        what_happened="The regulars were asked.",
    )

    assert found({"q": words}) == ["bus"]


@pytest.mark.parametrize(
    "section",
    ["problem", "what_they_did", "how_it_unfolded", "what_changed", "what_went_wrong", "before_you_adapt_it"],
)
def test_it_finds_by_every_section(section):
    StoryFactory(slug="bus", **{section: "The *conductors* went."})

    assert found({"q": "conductors"}) == ["bus"]


def test_it_does_not_find_by_what_only_a_draft_lesson_says():
    EvidenceFactory(lesson__draft=True, lesson__sentence="Ask drivers", what_happened="The regulars were asked.")

    assert found({"q": "regulars"}) == []


def test_it_puts_a_title_before_a_passing_word():
    StoryFactory(slug="passing", problem="Bins stood about.")
    StoryFactory(slug="about-it", title="Bins")

    assert found({"q": "bins"}) == ["about-it", "passing"]


def test_it_marks_the_words_in_the_summary(client, three_stories):
    page = soup(client.get("/stories/?q=recycled"))

    assert page.select_one(".story-row-summary mark").get_text() == "recycling"


def test_it_shows_the_passage_where_the_summary_lacks_the_words(client, three_stories):
    page = soup(client.get("/stories/?q=huddersfield"))

    assert page.select_one(".story-row-passage").get_text() == "… Nobody had asked the residents of Huddersfield …"
    assert page.select_one(".story-row-passage mark").get_text() == "Huddersfield"


def test_it_escapes_what_it_marks(client):
    StoryFactory(title="<script>alert(1)</script> bins", summary="<script>alert(2)</script> & bins <b>x</b>")

    response = client.get("/stories/?q=bins")

    assert b"<script>alert" not in response.content
    assert b"&lt;script&gt;alert(2)&lt;/script&gt; &amp; <mark>bins</mark> &lt;b&gt;x" in response.content
    assert rows(response) == ["<script>alert(1)</script> bins"]


def test_it_escapes_what_was_typed(client):
    response = client.get("/stories/", query_params={"q": '"><script>alert(1)</script>'})

    assert b"<script>alert" not in response.content
    assert soup(response).find(id="q")["value"] == '"><script>alert(1)</script>'


def test_it_drops_marks_that_would_turn_the_sentence_around(client, three_stories):
    response = client.get("/stories/", query_params={"q": "\u202ebins\u2066"})

    assert soup(response).h1.get_text() == "1 story that mentions “bins”"

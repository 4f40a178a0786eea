"""A person adds a story at the desk."""

from cases.models import Story


def everything(library):
    """A story with one of each part."""
    source = library["source"].pk
    return {
        "places": (library["place"].pk,),
        "policy_areas": (library["area"].pk,),
        "part_of": library["other_story"].pk,
        "tags": "consent, household waste",
        "year_from": 1993,
        "year_to": 1998,
        "problem": "Nobody *asked*.",
        "participations": [{"organisation": library["council"].pk, "part": "lead"}],
        "roles": [
            {
                "leader": library["leader"].pk,
                "realm": "managerial",
                "part": "led",
                "job_title": "Chief executive",
            },
            {"group": "The crews", "realm": "community", "part": "opposed"},
        ],
        "milestones": [
            {"year": 1995, "month": 4, "text": "The roll-out.", "source": source, "page": "12"},
            {"year": 1993, "text": "The trial."},
        ],
        "measures": [{"indicator": "Share recycled", "kind": "outcome", "target": "25", "result": "about 3"}],
        "evidence": [
            {
                "lesson": library["lesson"].pk,
                "stance": "supports",
                "strength": "measured",
                "what_happened": "Nobody was asked.",
                "source": source,
                "page": "3",
            }
        ],
        "illustrations": [{"element": library["element"].pk, "source": source, "section": "Learning"}],
        "adaptations": [{"from_story": library["other_story"].pk, "kept": "The bin", "changed": "The rounds"}],
        "citations": [{"source": source, "section": "Learning from failure"}],
    }


def test_it_publishes_a_story_with_everything(editor, library, story_form, client):
    form = story_form(**everything(library), **{"action-publish": "1"})

    response = editor.post("/desk/stories/add/", form)

    story = Story.objects.get(slug="the-bins")
    assert response.status_code == 302
    assert story.live
    assert [role.name for role in story.roles.all()] == ["Norma Redfearn", "The crews"]
    assert [milestone.when for milestone in story.milestones.all()] == ["1993", "April 1995"]
    assert story.evidence.get().lesson == library["lesson"]
    assert set(story.tags.names()) == {"consent", "household waste"}
    assert client.get("/stories/the-bins/").status_code == 200


def test_it_saves_a_draft_that_readers_do_not_see(editor, library, story_form, client):
    response = editor.post("/desk/stories/add/", story_form(**everything(library)))

    story = Story.objects.get(slug="the-bins")
    assert response.url == f"/desk/stories/edit/{story.pk}/"
    assert not story.live
    assert client.get("/stories/the-bins/").status_code == 404


def test_it_shows_the_draft_again_with_every_part(editor, library, story_form):
    editor.post("/desk/stories/add/", story_form(**everything(library)))

    page = editor.get(f"/desk/stories/edit/{Story.objects.get(slug='the-bins').pk}/").content.decode()

    prose = ["Nobody *asked*.", "The crews", "The roll-out.", "about 3"]
    parts = ["Nobody was asked.", "The rounds", "Learning from failure", "Kirklees"]
    assert [word for word in prose + parts if word not in page] == []


def test_it_asks_for_what_a_draft_needs(editor, story_form, messages_of):
    response = editor.post("/desk/stories/add/", story_form(summary=""))

    assert messages_of(response) == ["This field is required."]
    assert not Story.objects.exists()


def test_it_has_a_tab_for_each_thing_that_a_story_has(editor):
    page = editor.get("/desk/stories/add/").content.decode()

    tabs = [
        "story",
        "where_and_what",
        "cast",
        "milestones",
        "measures",
        "lessons",
        "lineage",
        "sources",
        "publishing",
    ]
    assert [tab for tab in tabs if f'id="tab-label-{tab}"' not in page] == []


def test_it_suggests_a_slug_from_the_title_until_the_story_is_live(editor, make_story):
    live = make_story(title="The recycling scheme")

    new_page = editor.get("/desk/stories/add/").content.decode()
    live_page = editor.get(f"/desk/stories/edit/{live.pk}/").content.decode()

    assert "keyup-&gt;w-sync#apply" in new_page
    assert "keyup-&gt;w-sync#apply" not in live_page


def test_it_copies_a_story_into_a_new_form(editor, make_story):
    story = make_story(title="The recycling scheme")

    page = editor.get(f"/desk/stories/copy/{story.pk}/")

    assert "The recycling scheme" in page.content.decode()

"""What the database would refuse, the desk refuses with a sentence."""

import pytest

from cases.models import Story


def post(editor, form):
    """Try to publish a new story."""
    return editor.post("/desk/stories/add/", {**form, "action-publish": "1"})


WRONG = {
    "role with both": (
        {"roles": [{"leader": "leader", "group": "x", "realm": "community", "part": "led"}]},
        "not both",
    ),
    "role with neither": (
        {"roles": [{"realm": "community", "part": "led"}]},
        "Give either a leader or an unnamed group",
    ),
    "years backwards": ({"year_from": 1998, "year_to": 1993}, "must not lie before the first"),
    "two origins": (
        {"adaptations": [{"from_story": "other_story", "from_elsewhere": "Leeds"}]},
        "Give either the story",
    ),
    "no origin": ({"adaptations": [{"kept": "The bin"}]}, "Give either the story"),
    "slug taken": ({"slug": "the-first-scheme"}, "already exists"),
    "slug with capitals and accents": ({"slug": "Café"}, "valid “slug”"),
    "not a figure": (
        {"measures": [{"indicator": "x", "kind": "output", "result": "lots"}]},
        "“lots” is not a figure",
    ),
    "comparator unnamed": (
        {"measures": [{"indicator": "x", "kind": "output", "comparator_figure": "3"}]},
        "Say in words",
    ),
    "pinpoint without source": (
        {"milestones": [{"year": 1993, "text": "x", "page": "3"}]},
        "Choose the source",
    ),
    "span backwards": (
        {"milestones": [{"year": 1993, "until_year": 1992, "text": "x"}]},
        "must end after it begins",
    ),
    "month in a span": (
        {"milestones": [{"year": 1993, "month": 4, "until_year": 1995, "text": "x"}]},
        "does not go with a span",
    ),
    "script": ({"problem": "<script>alert(1)</script>"}, "is refused. Use Markdown"),
    "hostile link": ({"problem": "[x](javascript:alert(1))"}, "link target"),
    "title too long": ({"title": "x" * 71}, "at most 70 characters"),
    "unknown word": ({"result": "splendid"}, "Select a valid choice"),
    "part twice": (
        {"participations": [{"organisation": "council", "part": "lead"}] * 2},
        "has this part in the story already",
    ),
    "passage twice": (
        {"citations": [{"source": "source", "page": "3"}] * 2},
        "This passage is cited already",
    ),
    "element twice": ({"illustrations": [{"element": "element"}] * 2}, "under this element already"),
}


def evidence_of(library):
    """One piece of evidence, as the screen sends it."""
    told = {"stance": "supports", "strength": "observed", "what_happened": "x", "page": "3"}
    return {**told, "lesson": library["lesson"].pk, "source": library["source"].pk}


def with_keys(value, library):
    """The form's data with primary keys in place of the names of the library's records."""
    if isinstance(value, list):
        return [{name: with_keys(word, library) for name, word in row.items()} for row in value]
    return library[value].pk if isinstance(value, str) and value in library else value


@pytest.mark.parametrize(("given", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_it_says_what_is_wrong(editor, library, story_form, messages_of, given, sentence):
    response = post(editor, story_form(**{name: with_keys(value, library) for name, value in given.items()}))

    assert response.status_code == 200
    assert any(sentence in message for message in messages_of(response)), messages_of(response)
    assert not Story.objects.filter(slug="the-bins").exists()


@pytest.mark.parametrize("action", ["action-publish", "action-draft"])
def test_it_refuses_the_same_evidence_twice(editor, library, story_form, messages_of, action):
    row = evidence_of(library)

    response = editor.post("/desk/stories/add/", {**story_form(evidence=[row, row]), action: "1"})

    sentence = "The story has evidence of this stance on this lesson already. Add to that."
    assert sentence in messages_of(response)


def test_it_refuses_evidence_without_a_pinpoint_or_with_a_quotation(editor, library, story_form, messages_of):
    row = {**evidence_of(library), "page": "", "quotation": "Word for word"}

    messages = " ".join(messages_of(post(editor, story_form(evidence=[row]))))

    assert "Evidence needs a pinpoint" in messages
    assert "allows no quotation" in messages


def test_it_refuses_a_story_that_is_part_of_itself(editor, make_story, story_form, messages_of):
    story = make_story()

    response = editor.post(f"/desk/stories/edit/{story.pk}/", {**story_form(part_of=story.pk), "action-publish": "1"})

    assert "A story cannot be part of itself. Choose the larger story." in messages_of(response)


def test_it_refuses_a_story_that_takes_something_from_itself(editor, make_story, story_form, messages_of):
    story = make_story()
    form = story_form(adaptations=[{"from_story": story.pk}])

    response = editor.post(f"/desk/stories/edit/{story.pk}/", {**form, "action-publish": "1"})

    assert "A story cannot take something from itself." in messages_of(response)


def test_it_shows_the_sentence_beside_the_part(editor, library, story_form):
    response = post(editor, story_form(roles=[{"realm": "community", "part": "led"}]))

    assert "Give either a leader or an unnamed group, not both." in response.content.decode()

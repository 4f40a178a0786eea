"""Which pages are timed: the finder in many states, and one of every kind of page, in the library at hand."""

from django.http import QueryDict

from cases.addresses import finder_url
from cases.finder import Finder
from cases.models import Leader, Organisation, Story
from cases.search.index import library_index
from lessons.models import Lesson

FILTERS = ("policy", "result", "depth", "country", "level", "decade")


def visits() -> dict[str, str]:
    """The name of each visit, and its address."""
    finder = Finder(QueryDict())
    frequent = {key: max(counts, key=counts.get) for key, counts in finder.counts.items() if counts}
    story = (
        Story.objects.published()
        .filter(depth="full")
        .exclude(places=None)
        .exclude(year_from=None)
        .exclude(level="")
        .first()
    )
    card = next(card for card in finder.cards(most=500) if all(card["values"].get(key) for key in FILTERS))
    own = {key: card["values"][key][0][0] for key in FILTERS}
    rare, common, wrong = searched(story)
    phrase = " ".join(story.summary.split()[1:3])
    lessons = Lesson.objects.published().with_balance().order_by("story_count")
    body = Organisation.objects.for_list().order_by("-story_count").first()
    leader = Leader.objects.for_list().order_by("-story_count").first()
    element = frequent["element"]
    return {
        "finder": "/stories/",
        "finder, 1 filter": finder_url({"policy": frequent["policy"]}),
        "finder, 3 filters": finder_url({key: own[key] for key in FILTERS[:3]}),
        "finder, 6 filters": finder_url(own),
        "finder, a rare word": finder_url({"q": rare}),
        "finder, a common word": finder_url({"q": common}),
        "finder, a phrase": finder_url({"q": f'"{phrase}"'}),
        "finder, a misspelling": finder_url({"q": wrong}),
        "finder, the last page": finder_url({"page": str(finder.pages)}),
        **{f"finder, by {sort}": finder_url({"sort": sort}) for sort in ("title", "newest", "updated")},
        "suggestions, two letters": finder_url({"q": common[:2]}, "story-suggestions"),
        "suggestions, a name": finder_url({"q": body.name[:6]}, "story-suggestions"),
        "story, told in full": story.get_absolute_url(),
        "lesson, of middling evidence": lessons[lessons.count() // 2].get_absolute_url(),
        "lesson, of most evidence": lessons.last().get_absolute_url(),
        "element": f"/elements/{element}/",
        "organisation, in most stories": body.get_absolute_url(),
        "leader, in most stories": leader.get_absolute_url(),
        "place, of most stories": f"/places/{frequent['place']}/",
        "source, of most stories": f"/sources/{frequent['source']}/",
        "leaders": "/leaders/",
        "home": "/",
        "JSON": finder_url({"policy": frequent["policy"]}, "story-list-json"),
        "Atom": finder_url({"policy": frequent["policy"]}, "story-list-atom"),
    }


def searched(story: Story) -> tuple[str, str, str]:
    """A rare and a common word of the story, and one that is spelt wrongly."""
    searcher = library_index().snapshot().searcher

    def stories(word: str) -> int:
        return searcher.doc_freq("vocabulary", word)

    text = " ".join(text for _field, _heading, text in story.sections)
    found = sorted(
        {word for word in text.lower().split() if word.isalpha() and stories(word)}, key=lambda w: (stories(w), w)
    )
    long = next((word for word in reversed(found) if len(word) > 6), found[-1])
    wrong = next(w for place in range(2, len(long)) for w in [f"{long[:place]}x{long[place + 1 :]}"] if not stories(w))
    return found[0], found[-1], wrong

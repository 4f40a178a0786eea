"""Which pages are timed: the finder in many states, and one of every kind of page, in the library at hand."""

from functools import cache
from itertools import product

from django.http import QueryDict
from django.urls import reverse

from cases.addresses import finder_url
from cases.explore.rooms import ROOMS
from cases.finder import Finder
from cases.models import Leader, Organisation, Story
from cases.search.index import library_index
from lessons.balance import balanced, balances
from lessons.models import Lesson

FILTERS = ("policy", "result", "depth", "country", "level", "decade")


def query_of(address: str = "") -> QueryDict:
    """What the address asks for."""
    return QueryDict(address.partition("?")[2])


@cache
def frequent() -> dict[str, list[str]]:
    """The values of each facet, the most frequent first."""
    counts = Finder(query_of()).counts
    return {key: sorted(found, key=lambda value: (-found[value], value)) for key, found in counts.items()}


@cache
def full_story() -> Story:
    """A story that is told in full and has everything to filter by."""
    found = Story.objects.published().filter(depth="full").exclude(places=None).exclude(year_from=None)
    return found.exclude(level="").order_by("pk").first()


@cache
def searched_words() -> tuple[str, str, str]:
    """A rare and a common word of that story, and one that is spelt wrongly."""
    snapshot = library_index().snapshot()
    text = " ".join(text for _field, _heading, text in full_story().sections)
    words = sorted({word for word in text.lower().split() if word.isalpha()})
    found = {word: Finder(query_of(finder_url({"q": word})), snapshot).total for word in words}
    ranked = sorted(words, key=lambda word: (found[word], word))
    long = next((word for word in reversed(ranked) if len(word) > 6), ranked[-1])
    spelt = [f"{long[:place]}x{long[place + 1 :]}" for place in range(2, len(long))]
    wrong = next(word for word in spelt if not Finder(query_of(finder_url({"q": word})), snapshot).total)
    return ranked[0], ranked[-1], wrong


def own_filters() -> dict[str, str]:
    """A value of each of the six facets that some story has together."""
    cards = Finder(query_of()).cards(most=2000)
    card = next(card for card in cards if all(card["values"].get(key) for key in FILTERS))
    return {key: card["values"][key][0][0] for key in FILTERS}


def visits() -> dict[str, str]:
    """The name of each visit, and its address."""
    finder, most, own = Finder(query_of()), frequent(), own_filters()
    rare, common, wrong = searched_words()
    story = full_story()
    phrase = " ".join(story.summary.split()[1:3])
    lessons = sorted(balanced(list(Lesson.objects.published()), balances()), key=lambda lesson: lesson.story_count)
    body = Organisation.objects.get(slug=most["organisation"][0])
    leader = Leader.objects.get(slug=most["leader"][0])
    first = {key: most[key][0] for key in FILTERS}
    return {
        "finder": "/stories/",
        "finder, 1 filter": finder_url({"policy": first["policy"]}),
        "finder, 2 frequent filters": finder_url({key: first[key] for key in FILTERS[:2]}),
        "finder, 3 filters": finder_url({key: own[key] for key in FILTERS[:3]}),
        "finder, 6 filters": finder_url(own),
        "finder, a leader": finder_url({"leader": leader.slug}),
        "finder, a rare word": finder_url({"q": rare}),
        "finder, a common word": finder_url({"q": common}),
        "finder, a common word, 3 filters": finder_url({"q": common, **{key: own[key] for key in FILTERS[:3]}}),
        "finder, a phrase": finder_url({"q": f'"{phrase}"'}),
        "finder, a misspelling": finder_url({"q": wrong}),
        "finder, the middle page": finder_url({"page": str(max(finder.pages // 2, 1))}),
        "finder, the last page": finder_url({"page": str(finder.pages)}),
        **{f"finder, by {sort}": finder_url({"sort": sort}) for sort in ("title", "newest", "updated")},
        "suggestions, two letters": finder_url({"q": common[:2]}, "story-suggestions"),
        "suggestions, a name": finder_url({"q": body.name[:6]}, "story-suggestions"),
        "story, told in full": story.get_absolute_url(),
        "lesson, of middling evidence": lessons[len(lessons) // 2].get_absolute_url(),
        "lesson, of most evidence": lessons[-1].get_absolute_url(),
        "lessons": "/lessons/",
        "element": f"/elements/{most['element'][0]}/",
        "organisation, in most stories": body.get_absolute_url(),
        "leader, in most stories": leader.get_absolute_url(),
        "place, of most stories": f"/places/{most['place'][0]}/",
        "source, of most stories": f"/sources/{most['source'][0]}/",
        "leaders": "/leaders/",
        "home": "/",
        **{f"explore: {room.title}": reverse(room.name) for room in ROOMS},
        "explore: one area's measures": finder_url({"policy": first["policy"]}, "explore-outcomes"),
        "explore: one country's places": finder_url({"country": first["country"]}, "explore-map"),
        "explore: evidence, 1 filter": finder_url({"result": first["result"]}, "explore-evidence-map"),
        "explore: evidence, 3 filters": finder_url({key: own[key] for key in FILTERS[:3]}, "explore-evidence-map"),
        "JSON": finder_url({"policy": first["policy"]}, "story-list-json"),
        "Atom": finder_url({"policy": first["policy"]}, "story-list-atom"),
    }


def finder_addresses() -> list[str]:
    """Some hundred different states of the finder, and stories: what many readers ask for."""
    most, (rare, common, _wrong) = frequent(), searched_words()
    found = [finder_url({"policy": a, "result": b}) for a, b in product(most["policy"][:8], most["result"][:4])]
    found += [finder_url({key: value}) for key in ("place", "tag", "lesson", "leader") for value in most[key][:8]]
    found += [finder_url({"q": word, "result": result}) for word in (rare, common) for result in most["result"][:3]]
    found += [finder_url({"page": str(number)}) for number in range(1, 6)]
    stories = Story.objects.published().order_by("pk")[:30]
    return found + [story.get_absolute_url() for story in stories]

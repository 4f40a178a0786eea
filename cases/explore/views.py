"""The explore views of the ground floor. A view reads the address; the modules beside this one count and draw."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.explore.comparing import Choice
from cases.explore.comparison import comparison
from cases.explore.exploration import Exploration
from cases.explore.here import would_it_work
from cases.explore.lineage import lineage
from cases.explore.outcomes import outcomes
from cases.explore.places import world
from cases.explore.reader import NAMES
from cases.explore.rooms import ROOMS
from cases.explore.zones import zones
from cases.finder_page import up_to_date
from cases.record.renaming import follow_names
from cases.sharing import for_everyone


@require_safe
@for_everyone
def explore(request):
    """The ways to see the shape of the library."""
    return render(request, "cases/explore/rooms.html", {"title": _("Explore"), "rooms": ROOMS})


@require_safe
@for_everyone
def innovation_zones(request):
    """Who led together."""
    exploration = Exploration(request.GET, "explore-zones", axes=["zone"])
    return render(request, "cases/explore/zones.html", shown(exploration, zones(exploration)))


@require_safe
@for_everyone
def what_was_measured(request):
    """Measures by policy area."""
    exploration = Exploration(request.GET, "explore-outcomes", axes=["policy", "measure"])
    return render(request, "cases/explore/outcomes.html", shown(exploration, outcomes(exploration)))


@require_safe
@for_everyone
def places_map(request):
    """The places of the stories."""
    exploration = Exploration(request.GET, "explore-map", axes=["country", "place"])
    return render(request, "cases/explore/map.html", shown(exploration, world(exploration)))


@require_safe
@for_everyone
def lineage_view(request):
    """What was taken from where."""
    exploration = Exploration(request.GET, "explore-lineage", axes=["origin", "lineage"])
    return render(request, "cases/explore/lineage.html", shown(exploration, lineage(exploration)))


@require_safe
@for_everyone
def would_it_work_here(request):
    """What of each story is like the reader's place, and what differs."""
    exploration = Exploration(request.GET, "explore-here", view=dict.fromkeys(NAMES))
    return render(request, "cases/explore/here.html", shown(exploration, would_it_work(exploration)))


@require_safe
@for_everyone
def story_compare(request):
    """Two to four stories side by side, or what to choose them from."""
    choice = Choice.read(request.GET)
    follow_names(request.GET, [("story", slug) for slug in choice.unknown])
    room = next(room for room in ROOMS if room.name == "story-compare")
    context = {"room": room, "others": [other for other in ROOMS if other is not room], "choice": choice}
    return render(request, "cases/explore/compare.html", {**context, **comparison(choice)})


def shown(exploration: Exploration, context: dict) -> dict:
    """The context of an explore view: what it draws, the stories that it draws, and the other views."""
    up_to_date(exploration, exploration.query)
    room = next(room for room in ROOMS if room.name == exploration.address)
    others = [other for other in ROOMS if other is not room]
    return {"title": room.title, "line": room.line, "finder": exploration, "others": others, **context}

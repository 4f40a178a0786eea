"""The explore views of the upper floor."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.explore.exploration import Exploration
from cases.explore.views import shown
from cases.sharing import for_everyone
from lessons.explore.evidence_map import SIDES
from lessons.explore.evidence_map import evidence_map as mapped
from lessons.models import Framework


@require_safe
@for_everyone
def evidence_map(request):
    """The elements of a lens across policy areas."""
    lenses = list(Framework.objects.published().for_list())
    known = {"lens": [lens.slug for lens in lenses]}
    exploration = Exploration(request.GET, "explore-evidence-map", axes=["element", "policy", *SIDES], view=known)
    context = mapped(exploration, lenses)
    return render(request, "lessons/explore/evidence_map.html", shown(exploration, context))

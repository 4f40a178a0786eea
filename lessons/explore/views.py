"""The explore views of the upper floor."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.explore.exploration import Exploration
from cases.explore.views import shown
from lessons.explore.evidence_map import SIDES
from lessons.explore.evidence_map import evidence_map as mapped
from lessons.models import Framework


@require_safe
def evidence_map(request):
    """The elements of a lens across policy areas."""
    exploration = Exploration(request.GET, "explore-evidence-map", axes=["element", "policy", *SIDES], view=["lens"])
    context = mapped(exploration, list(Framework.objects.published().for_list()))
    return render(request, "lessons/explore/evidence_map.html", shown(exploration, context))

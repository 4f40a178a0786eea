"""Where readers say what they know better."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.models import Story
from cases.private import private, sent
from cases.retired import found_or_gone
from cases.suggestions.actions import suggest
from cases.suggestions.forms import SuggestForm, WhatAbout


@require_http_methods(["GET", "HEAD", "POST"])
@private
def story_suggest(request, slug):
    """Suggest a change of a story, or say that it is out of date."""
    story = found_or_gone(Story.objects.all(), slug)
    form = SuggestForm(story, sent(request), initial=WhatAbout(request.GET).initial_values)
    if form.is_valid():
        suggest(story=story, said=form.cleaned_data)
        return HttpResponseRedirect(reverse("story-suggested", args=[slug]))
    context = {"title": _("Suggest a change"), "story": story, "form": form}
    return render(request, "cases/story_suggest.html", context)


@require_http_methods(["GET", "HEAD"])
@private
def story_suggested(request, slug):
    """What happens next with a suggestion."""
    story = found_or_gone(Story.objects.all(), slug)
    return render(request, "cases/story_suggested.html", {"title": _("Thank you"), "story": story})

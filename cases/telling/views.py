"""The pages of /tell/. A view gathers; forms judge what was typed; `writing` and `actions` write; a template shows."""

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import CoAuthor, PrivateLink
from cases.private import private
from cases.telling import access, actions, together, writing
from cases.telling.access import for_authors
from cases.telling.asked import asked
from cases.telling.doing import Doing, DoingForm
from cases.telling.ending import ENDINGS, endings_of
from cases.telling.examples import EXAMPLES
from cases.telling.matching import NOUNS, suggestions
from cases.telling.overview import chapters_of, told_chapters
from cases.telling.people_forms import BeginForm, InviteForm, LinkForm, SendForm
from cases.telling.question import QuestionPage
from cases.telling.reading import a_story_to_read
from cases.telling.standing import standing_of
from cases.telling.steps import BY_KEY
from cases.telling.suspicion import may_send_link, network_of

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


def shown(request, template: str, telling, status: int = 200, **context):
    """A page about one story, with where it stands at its top."""
    standing = standing_of(telling.contribution, telling.authors)
    context = {"telling": telling, "story": telling.contribution, "standing": standing, **context}
    return render(request, f"cases/telling/{template}.html", context, status=status)


def step_named(key: str):
    """The step of that name, or 404."""
    if key not in BY_KEY:
        raise Http404(f"There is no step “{key}”.")
    return BY_KEY[key]


def sent(request) -> dict:
    """What was sent with a page of the form, its files too."""
    return {"sent": request.POST, "files": request.FILES} if request.method == "POST" else {}


@require_safe
@private
def tell(request):
    """What telling a story takes, and what this person tells already."""
    context = {"title": _("Tell a story"), "stories": access.stories_in(request), "example": a_story_to_read()}
    return render(request, "cases/telling/tell.html", context)


@require_safe
def tell_privacy(request):
    """What is kept of those who tell a story, for how long, and who sees it."""
    return render(request, "cases/telling/privacy.html", {"title": _("What we keep of you when you tell a story")})


@read_or_send
@private
def tell_begin(request):
    """The first page: a title, a name and an address, and the story is saved."""
    user = request.user if request.user.is_authenticated else None
    known = {"name": user.get_full_name(), "email": user.email} if user else {}
    form = BeginForm(request.POST or None, network=network_of(request), initial=known)
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("key", "title", "name", "email")}
        said["is_known"] = access.is_known(request, said["email"])
        link = writing.begin(**said, user=user, network=form.network, suspicions=form.suspicions)
        access.remember(request, link)
        return redirect(f"{link.author.contribution.get_absolute_url()}#saved=begin")
    status = 429 if form.is_bound and form.comes_too_often else 422 if form.errors else 200
    context = {"title": _("Begin a story"), "form": form, "fields": asked(form, EXAMPLES["begin"])}
    return render(request, "cases/telling/begin.html", context, status=status)


@read_or_send
@private
def tell_link(request):
    """Ask for a private link. The answer is the same whether somebody tells a story under the address or not."""
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        for author in CoAuthor.objects.at_address(email)[:3] if may_send_link(email) else ():
            writing.send_link(author=author, ends_others=form.cleaned_data["end_others"])
        return render(request, "cases/telling/link_sent.html", {"title": _("Look into your mail"), "email": email})
    context = {"title": _("Come back to your story"), "form": form, "fields": asked(form)}
    return render(request, "cases/telling/link.html", context, status=422 if form.errors else 200)


@read_or_send
@private
def tell_open(request, token):
    """A private link: it asks first, so that a program that looks through mail opens nothing."""
    link = PrivateLink.objects.of_token(token).first()
    if link is None or link.ended_at:
        context = {"title": _("This link has ended"), "link": link, "fields": asked(LinkForm())}
        return render(request, "cases/telling/link_ended.html", context, status=410 if link else 404)
    doing = DoingForm.read(request.POST)["do"]
    if doing == Doing.FORGET and not link.author.is_confirmed:
        writing.leave(author=link.author)
        return render(request, "cases/telling/forgotten.html", {"title": _("Your address is deleted")})
    if doing == Doing.OPEN:
        author = writing.open_link(link=link, user=request.user if request.user.is_authenticated else None)
        access.remember(request, link)
        actions.confirmed(author=author)
        return redirect(author.contribution)
    context = {"title": link.author.contribution.title, "author": link.author}
    return render(request, "cases/telling/open.html", context)


@require_safe
def tell_records(request, noun):
    """Records of the library that the words typed so far (`q`) may mean."""
    if noun not in NOUNS:
        raise Http404(f"Nobody chooses records of “{noun}”.")
    return JsonResponse(suggestions(noun, request.GET), json_dumps_params={"ensure_ascii": False})


@require_safe
@for_authors
def tell_overview(request, telling):
    """Every step with what is there and what is missing."""
    return shown(request, "overview", telling, title=telling.contribution.title, chapters=chapters_of(telling))


@read_or_send
@for_authors
def tell_step(request, telling, step):
    """A step: its page, or the list of its pages where it asks for many things."""
    step = step_named(step)
    if step.many and telling.items(step):
        return _listed(request, telling, step)
    return _asked(request, QuestionPage(telling, step, new=step.many, **sent(request)))


@read_or_send
@for_authors
def tell_new(request, telling, step):
    """A new page of a step that asks for many things."""
    step = step_named(step)
    if not step.many:
        return redirect("tell-step", telling.contribution.key, step.key)
    return _asked(request, QuestionPage(telling, step, new=True, **sent(request)))


@read_or_send
@for_authors
def tell_item(request, telling, step, item):
    """One page of a step that asks for many things."""
    step = step_named(step)
    if not step.many or telling.answer(step, item) is None:
        raise Http404(f"There is no page {item} of “{step.key}”.")
    return _asked(request, QuestionPage(telling, step, item, **sent(request)))


def _asked(request, page):
    """The page of a question, saved where it was sent; a page of which the story is with somebody else is only read."""
    if not page.telling.contribution.may_be_changed:
        return shown(
            request, "locked", page.telling, title=page.title, page=page, status=409 if page.form.is_bound else 200
        )
    if request.method == "POST" and page.save():
        return redirect(f"{page.next_url}#saved={page.keep}")
    page.note_opened()
    return shown(request, "question", page.telling, title=page.title, page=page, status=page.status)


def _listed(request, telling, step):
    """The things that a step asks for, to change, take away, put back, and add to."""
    page, doing = QuestionPage(telling, step, new=True), DoingForm.read(request.POST)
    row = telling.answer(step, doing["item"])
    if row and doing["do"] in {Doing.REMOVE, Doing.PUT_BACK} and telling.contribution.may_be_changed:
        whose = {"contribution": telling.contribution, "author": telling.author, "step": step, "item": row.item}
        writing.save_answer(data=row.data, seen=row.number, removed=doing["do"] == Doing.REMOVE, **whose)
        return redirect("tell-step", telling.contribution.key, step.key)
    return shown(request, "listed", telling, title=str(step.title), page=page, step=step)


@read_or_send
@for_authors
def tell_authors(request, telling):
    """Who writes the story, and inviting somebody else."""
    doing, story = DoingForm.read(request.POST), telling.contribution
    form = InviteForm(request.POST if request.method == "POST" and not doing["do"] else None, telling=telling)
    if together.left(telling, doing):
        access.forget(request, story.key)
        return redirect("tell")
    if together.done(telling, doing) or (form.is_bound and form.is_valid()):
        together.invite(telling, form)
        return redirect("tell-authors", story.key)
    context = {"title": _("Who writes this story"), "form": form, "fields": asked(form, EXAMPLES["invite"])}
    return shown(request, "authors", telling, status=422 if form.errors else 200, **context)


@read_or_send
@for_authors
def tell_check(request, telling):
    """Everything that was answered, what is missing, and sending it."""
    story, form = telling.contribution, SendForm(request.POST or None)
    if form.is_bound and form.is_valid() and not telling.missing and story.may_be_changed:
        reasons = form.suspicions(telling)
        actions.send(contribution=story, author=telling.author, note=form.cleaned_data["note"], suspicions=reasons)
        return redirect(story)
    context = {"title": _("Check what you tell, and send it"), "chapters": told_chapters(telling), "form": form}
    return shown(request, "check", telling, status=422 if form.is_bound else 200, fields=asked(form), **context)


@read_or_send
@for_authors
def tell_later(request, telling):
    """Coming back later: the link in the mail, a new one, and closing the story on this device."""
    doing = DoingForm.read(request.POST)["do"]
    if doing == Doing.CLOSE:
        access.forget(request, telling.contribution.key)
        return redirect("tell")
    if doing == Doing.RENEW and may_send_link(telling.author.email):
        access.remember(request, writing.renew_link(author=telling.author))
        return redirect("tell-later", telling.contribution.key)
    return shown(request, "later", telling, title=_("Come back later"))


@read_or_send
@for_authors
def tell_end(request, telling):
    """Taking the story back, withdrawing it, or deleting everything."""
    story, doing = telling.contribution, DoingForm.read(request.POST)["do"]
    if doing in endings_of(telling):
        ENDINGS[doing](contribution=story, author=telling.author)
        return redirect("tell" if doing == Doing.DELETE else story)
    return shown(request, "end", telling, title=_("Take the story back"), endings=endings_of(telling))


@require_safe
@for_authors
def tell_history(request, telling, step, item):
    """Who wrote what on a page, and when."""
    step = step_named(step)
    versions = [(row, step.rows(row.data)) for row in telling.contribution.answers.versions(step.key, item)]
    return shown(request, "history", telling, title=_("Who wrote what"), step=step, item=item, versions=versions)

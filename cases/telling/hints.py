"""The answers to choose from, in plain words: what each of the library's own words means to somebody who tells a story."""

from django.utils.translation import gettext_lazy as _

from cases.choices import Better, Driver, Level, MeasureKind, Novelty, OrganisationPart, Part, Realm, Result
from cases.telling.choices import Writer
from cases.telling.fields import Option

YES, NO = "yes", "no"

WRITERS = {
    Writer.PRACTITIONER: _("You took part, worked there, or lived with it."),
    Writer.SCHOLAR: _("You studied it, evaluated it, or teach it."),
}
NAMED = (
    Option(YES, _("Yes, name me as somebody who wrote the story")),
    Option(NO, _("No, say only whether a practitioner or a scholar wrote it")),
)
LEVELS = (
    Option(Level.INDIVIDUAL, _("A few people work or live differently")),
    Option(Level.ORGANISATIONAL, _("One organisation works differently")),
    Option(Level.SYSTEMIC, _("Several organisations, or a whole service, work differently")),
)
NOVELTIES = (
    Option(Novelty.INCREMENTAL, _("A better way of doing the same thing")),
    Option(Novelty.RADICAL, _("A new kind of thing")),
)
DRIVERS = (
    Option(Driver.POLICY, _("From above: a law, a programme, a minister")),
    Option(Driver.ORGANISATION, _("From the organisation itself: its leaders, its budget, its crisis")),
    Option(Driver.PROFESSION, _("From those who do the work: teachers, nurses, officers")),
    Option(Driver.USER, _("From those who use the service, or live with it")),
)
BODY_PARTS = (
    Option(OrganisationPart.LEAD, _("It answered for it")),
    Option(OrganisationPart.PARTNER, _("It did a share of the work")),
    Option(OrganisationPart.FUNDER, _("It paid for some of it")),
    Option(OrganisationPart.REGULATOR, _("It allowed, forbade or inspected it")),
)
REALMS = (
    Option(
        Realm.POLITICAL,
        _("They decided"),
        _("Elected, or answerable to those who are: councillors, mayors, ministers."),
    ),
    Option(
        Realm.MANAGERIAL,
        _("They ran it, as their job"),
        _("Managers, teachers, nurses, officers, inspectors, drivers."),
    ),
    Option(
        Realm.COMMUNITY,
        _("They lived with it, or acted from outside"),
        _("Residents, users, volunteers, charities, firms."),
    ),
)
PARTS = (
    Option(Part.ENVISIONED, _("They had the idea")),
    Option(Part.LED, _("They carried it through")),
    Option(Part.PILOTED, _("They tried it out first")),
    Option(Part.MADE_ROOM, _("They let others try, and kept trouble away")),
    Option(Part.SPONSORED, _("They paid, or lent it their name")),
    Option(Part.BROKERED, _("They brought people together")),
    Option(Part.SPREAD, _("They took it to other places")),
    Option(Part.TOOK_PART, _("They used it, worked in it, or were asked")),
    Option(Part.OPPOSED, _("They were against it"), _("Their reasons belong into the story.")),
)
MEASURES = (
    Option(
        MeasureKind.OUTCOME,
        _("Outcome: what changed for people"),
        _("Three villages more have somebody who reads to children."),
    ),
    Option(MeasureKind.OUTPUT, _("Output: what was done"), _("The bus stopped 400 times.")),
    Option(
        MeasureKind.SOCIAL_CAPITAL,
        _("Social capital: what people can do together now"),
        _("The drivers’ round settles routes without the council."),
    ),
)
BETTER = (
    Option(Better.HIGHER, _("More of it is better")),
    Option(Better.LOWER, _("Less of it is better")),
)
OWN_KNOWLEDGE = "own"
GROUNDS = (
    Option("publication", _("A publication or a web page"), _("A report, an article, a book: others can read it.")),
    Option("document", _("A document that is not published"), _("Minutes, an evaluation, a letter: say who holds it.")),
    Option(OWN_KNOWLEDGE, _("What you know yourself"), _("You were there, or you asked those who were.")),
)
RESULTS = (
    Option(Result.SUCCEEDED, _("It succeeded"), _("What it was meant to do, it did.")),
    Option(Result.MIXED, _("It went partly well"), _("Some of it worked, or for some people.")),
    Option(Result.FAILED, _("It failed"), _("It did not do what it was meant to do, or was given up.")),
    Option(Result.TOO_EARLY, _("It is too early to say"), _("It is under way, or nobody has looked yet.")),
)
SECTIONS = {
    "problem": (_("What was the problem?"), _("Where it was felt, and by whom. What had been tried before.")),
    "what_they_did": (_("What did they do?"), _("Who did what, with what means. Enough that somebody could do it.")),
    "how_it_unfolded": (_("How did it unfold?"), _("In what order, against what resistance. The turns that it took.")),
    "what_changed": (
        _("What changed?"),
        _("For whom, and how one can tell. Figures have their own pages later; here is what they do not say."),
    ),
    "what_went_wrong": (
        _("What went wrong, or stayed open?"),
        _("What failed, what it cost, who lost by it, what nobody knows yet. Readers trust a story that has this."),
    ),
    "before_you_adapt_it": (
        _("What should somebody know before they adapt it?"),
        _(
            "What was particular with you: size, law, money, a person in post for years. What would have to be true "
            "elsewhere."
        ),
    ),
}

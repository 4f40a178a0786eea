"""The closed lists of words. A value is the same in the database, in the files and in an address."""

from functools import cache

from django.db import models
from django.utils.translation import gettext_lazy as _


def parse(choices: type[models.TextChoices], text: str) -> models.TextChoices | None:
    """The choice that `text` names, or None: text from an address is never an error."""
    try:
        return choices(text)
    except ValueError:
        return None


@cache
def words_of(choices: type[models.TextChoices], language: str) -> dict[str, str]:
    """The labels of a closed list of words in the language; a page asks for hundreds."""
    return {value: str(label) for value, label in choices.choices}


@cache
def places_of_words(choices: type[models.TextChoices]) -> dict[str, int]:
    """Where each word of the list stands."""
    return {value: place for place, value in enumerate(choices.values)}


def one_of(model: str, field: str, choices: type[models.TextChoices], blank: bool = False) -> models.CheckConstraint:
    """A constraint that the database holds no other word than those of `choices`."""
    values = [*choices.values, ""] if blank else choices.values
    return models.CheckConstraint(
        name=f"{model}_{field}_one_of",
        condition=models.Q(**{f"{field}__in": values}),
        violation_error_message=f"{field} must be one of: {', '.join(choices.values)}.",
    )


def not_empty(model: str, field: str) -> models.CheckConstraint:
    """A constraint that the text is there."""
    return models.CheckConstraint(
        name=f"{model}_{field}_not_empty",
        condition=~models.Q(**{field: ""}),
        violation_error_message=f"{field} must not be empty.",
    )


class Realm(models.TextChoices):
    """The realm of leadership in which somebody acts in a story."""

    POLITICAL = "political", _("Political")
    MANAGERIAL = "managerial", _("Managerial and professional")
    COMMUNITY = "community", _("Community and business")


class Part(models.TextChoices):
    """What somebody did for (or against) the innovation."""

    ENVISIONED = "envisioned", _("envisioned")
    LED = "led", _("led")
    PILOTED = "piloted", _("piloted")
    MADE_ROOM = "made-room", _("made room")
    SPONSORED = "sponsored", _("sponsored")
    BROKERED = "brokered", _("brokered")
    SPREAD = "spread", _("spread")
    TOOK_PART = "took-part", _("took part")
    OPPOSED = "opposed", _("opposed")


# A story's zone is made of the realms of those who led it, in whichever part; taking part or opposing is not leading.
LEADING_PARTS = tuple(part for part in Part if part not in {Part.TOOK_PART, Part.OPPOSED})


class Stage(models.TextChoices):
    """When in the life of an innovation somebody acted."""

    IDEA = "idea", _("Finding the idea")
    PILOT = "pilot", _("Trying it out")
    SPREAD = "spread", _("Spreading it")
    EMBED = "embed", _("Making it last")


class Result(models.TextChoices):
    """What came of it, told honestly."""

    SUCCEEDED = "succeeded", _("Succeeded")
    MIXED = "mixed", _("Mixed")
    FAILED = "failed", _("Failed")
    TOO_EARLY = "too-early", _("Too early to say")
    NOT_STATED = "not-stated", _("Not stated")


class Level(models.TextChoices):
    """How far the change reached."""

    INDIVIDUAL = "individual", _("Individual")
    ORGANISATIONAL = "organisational", _("Organisational")
    SYSTEMIC = "systemic", _("Systemic")


class Novelty(models.TextChoices):
    """A better version of the same thing, or a new kind of thing."""

    INCREMENTAL = "incremental", _("Incremental")
    RADICAL = "radical", _("Radical")


class Driver(models.TextChoices):
    """Where the push came from."""

    POLICY = "policy", _("Policy")
    ORGANISATION = "organisation", _("The organisation")
    PROFESSION = "profession", _("The profession")
    USER = "user", _("Users")


class Depth(models.TextChoices):
    """How far the source tells the story."""

    FULL = "full", _("Told in full")
    SHORT = "short", _("Told briefly")
    MENTION = "mention", _("A mention")


class MeasureKind(models.TextChoices):
    """Whether a figure counts what was done, what changed, or what people can now do together."""

    OUTCOME = "outcome", _("Outcome")
    OUTPUT = "output", _("Output")
    SOCIAL_CAPITAL = "social-capital", _("Social capital")


class Measured(models.TextChoices):
    """What figures a story has: the kinds of its measures, or none."""

    OUTCOME = MeasureKind.OUTCOME.value, MeasureKind.OUTCOME.label
    OUTPUT = MeasureKind.OUTPUT.value, MeasureKind.OUTPUT.label
    SOCIAL_CAPITAL = MeasureKind.SOCIAL_CAPITAL.value, MeasureKind.SOCIAL_CAPITAL.label
    NONE = "none", _("Nothing")


class Better(models.TextChoices):
    """Which direction of a measure is the better one."""

    HIGHER = "higher", _("Higher is better")
    LOWER = "lower", _("Lower is better")


class OrganisationPart(models.TextChoices):
    """The part of a body in a story."""

    LEAD = "lead", _("Lead")
    PARTNER = "partner", _("Partner")
    FUNDER = "funder", _("Funder")
    REGULATOR = "regulator", _("Regulator")


class OrganisationKind(models.TextChoices):
    """What kind of body an organisation is."""

    SCHOOL = "school", _("School")
    POLICE_FORCE = "police-force", _("Police force")
    COUNCIL = "council", _("Council")
    HEALTH_BODY = "health-body", _("Health body")
    CENTRAL_GOVERNMENT = "central-government", _("Central government")
    LIBRARY_BOARD = "library-board", _("Library board")
    SOCIAL_ENTERPRISE = "social-enterprise", _("Social enterprise")
    CHARITY = "charity", _("Charity or foundation")
    BUSINESS = "business", _("Business")
    UNIVERSITY = "university", _("University")
    PARTNERSHIP = "partnership", _("Partnership")
    OTHER = "other", _("Other")


class PlaceKind(models.TextChoices):
    """What kind of place it is."""

    CITY = "city", _("City")
    BOROUGH = "borough", _("Borough")
    COUNTY = "county", _("County")
    DISTRICT = "district", _("District")
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
    REGION = "region", _("Region")
    NATION = "nation", _("Nation")


class Size(models.TextChoices):
    """How many people live in a place, in bands."""

    VILLAGE = "under-10000", _("Fewer than 10,000")
    TOWN = "10000-50000", _("10,000 to 50,000")
    DISTRICT = "50000-150000", _("50,000 to 150,000")
    CITY = "150000-500000", _("150,000 to 500,000")
    LARGE = "500000-2000000", _("500,000 to 2 million")
    LARGEST = "over-2000000", _("More than 2 million")


class Mandate(models.TextChoices):
    """What carries somebody who would change something."""

    ABOVE = "above", _("Asked for from above")
    ELECTED = "elected", _("Elected politicians")
    STAFF = "staff", _("Staff or the profession")
    USERS = "users", _("Users or the community")
    NOBODY = "nobody", _("Nobody yet")


class Setting(models.TextChoices):
    """The lie of the land."""

    URBAN = "urban", _("Urban")
    RURAL = "rural", _("Rural")
    MIXED = "mixed", _("Mixed")


class ChangeKind(models.TextChoices):
    """What publishing a changed story means for its readers."""

    MINOR = "minor", _("Nothing that they would need to know (a slip of the pen, a better word)")
    MAJOR = "major", _("Something that they would want to know")


class LinkState(models.TextChoices):
    """What came of following a link out of the library."""

    UNTRIED = "untried", _("Not tried yet")
    WORKS = "works", _("Works")
    BROKEN = "broken", _("Leads nowhere")
    UNTRIABLE = "untriable", _("Not tried: it does not lead into the public web")


class Signatory(models.TextChoices):
    """As whom somebody is asked to sign a story off."""

    PRACTITIONER = "practitioner", _("Practitioner")
    SCHOLAR = "scholar", _("Scholar")

    @property
    def person(self):
        """The word with its article, as it stands in a sentence."""
        return _("a scholar") if self == Signatory.SCHOLAR else _("a practitioner")

    @property
    def meaning(self):
        """Who that is."""
        if self == Signatory.SCHOLAR:
            return _("a scholar: somebody who has studied it")
        return _("a practitioner: somebody who was there, or does such work")


class Answer(models.TextChoices):
    """What came of asking somebody to sign a story off."""

    SIGNED = "signed", _("Signed off")
    SENT_BACK = "sent-back", _("Sent back")
    WITHOUT = "without", _("Went on without")


class How(models.TextChoices):
    """What happened to something that readers follow."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    GONE = "gone", _("Taken back")


class Pace(models.TextChoices):
    """How often somebody wants to be told."""

    AT_ONCE = "at-once", _("As soon as there is something")
    DAILY = "daily", _("At most once a day")
    WEEKLY = "weekly", _("At most once a week")


class WhichPart(models.TextChoices):
    """Which part of a story a reader means; the sections are named as the fields of a story are."""

    SUMMARY = "summary", _("The title or the summary")
    PROBLEM = "problem", _("The problem")
    WHAT_THEY_DID = "what_they_did", _("What they did")
    HOW_IT_UNFOLDED = "how_it_unfolded", _("How it unfolded")
    WHAT_CHANGED = "what_changed", _("What changed")
    WHAT_WENT_WRONG = "what_went_wrong", _("What went wrong or stayed open")
    BEFORE_YOU_ADAPT_IT = "before_you_adapt_it", _("Before you adapt it")
    MEASURES = "measures", _("A figure")
    ROLES = "roles", _("Who acted, or which body")
    MILESTONES = "milestones", _("A date or a place")
    EVIDENCE = "evidence", _("What it says on a lesson")
    SOURCES = "sources", _("A source")
    VOICES_MISSING = "voices_missing", _("Whose side is missing")
    ALL = "all", _("The story as a whole")


class SuggestionState(models.TextChoices):
    """What became of a suggestion."""

    WAITING = "waiting", _("Waiting")
    TAKEN_UP = "taken-up", _("Taken up")
    DECLINED = "declined", _("Declined")

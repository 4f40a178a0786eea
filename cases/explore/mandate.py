"""What carried a story, beside what carries the reader: a push from above, politicians, staff, users, or nobody yet."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.choices import Driver, Mandate, Realm
from cases.facets import leaders_of, uncapitalised

DRIVEN = {
    Mandate.ABOVE: ({Driver.POLICY}, gettext_lazy("It was asked for from above, too")),
    Mandate.STAFF: ({Driver.PROFESSION, Driver.ORGANISATION}, gettext_lazy("It was driven by %(driver)s, too")),
    Mandate.USERS: ({Driver.USER}, gettext_lazy("It was driven by %(driver)s, too")),
}
"""By mandate: the drivers of a story that are the same, and how that reads."""
OTHERWISE_DRIVEN = {
    Mandate.ABOVE: gettext_lazy("It was driven by %(driver)s, not asked for from above"),
    Mandate.STAFF: gettext_lazy("It was driven by %(driver)s, not by staff or the profession"),
    Mandate.USERS: gettext_lazy("It was driven by %(driver)s, not by users or the community"),
    Mandate.NOBODY: gettext_lazy("It was driven by %(driver)s; you have nobody yet"),
}
LED = {
    Mandate.ELECTED: (Realm.POLITICAL, gettext_lazy("Politicians were among those who led it, too")),
    Mandate.USERS: (
        Realm.COMMUNITY,
        gettext_lazy("People from the community or business were among those who led it, too"),
    ),
}
"""By mandate: the realm that somebody led from, and how that reads."""


def of_mandate(found, mine: str) -> None:
    """What drove it, and from which realms those came who led it."""
    drivers = [Driver(value) for value, _label in found.card["values"]["driver"]]
    zone = found.card["zone"]
    words = {
        "driver": "".join(uncapitalised(driver.label) for driver in drivers),
        "leaders": leaders_of(zone) if zone else "",
    }
    alike = same_driver(mine, drivers) or same_realm(mine, zone)
    if alike:
        found.alike.append(str(alike) % words)
    elif drivers and mine in OTHERWISE_DRIVEN:
        found.differs.append(str(OTHERWISE_DRIVEN[mine]) % words)
    elif zone and mine == Mandate.ELECTED:
        found.differs.append(_("It was led by %(leaders)s, with no politician among them") % words)
    else:
        found.untold.append(_("who led it") if mine == Mandate.ELECTED else _("what drove it"))
    if mine == Mandate.NOBODY and Realm.POLITICAL in zone.split("-"):
        found.differs.append(_("Politicians were among those who led it; you have nobody yet"))


def same_driver(mine: str, drivers: list[Driver]):
    """How it reads that the same drove the story, or ''."""
    same, sentence = DRIVEN.get(mine, (set(), ""))
    return sentence if same & set(drivers) else ""


def same_realm(mine: str, zone: str):
    """How it reads that somebody from the same realm led the story, or ''."""
    realm, sentence = LED.get(mine, ("none", ""))
    return sentence if realm in zone.split("-") else ""

"""
The worked example beside each field: one made-up story, told through the whole form.

By step and field. It is nobody's story; it shows how long an answer is, how plain, and how honest.
"""

from django.utils.translation import gettext_lazy as _

EXAMPLES = {
    "begin": {
        "title": _("The library that moved into the bus"),
        "name": _("Ada Okafor"),
        "email": "ada@example.org",
    },
    "invite": {"name": _("Dr Lena Ruiz, who wrote the review")},
    "you": {
        "name": _("Ada Okafor"),
        "part": _("Drove the bus for two winters, and drew the second set of routes"),
    },
    "title": {
        "title": _("The library that moved into the bus"),
        "summary": _(
            "Nine villages of the upper valley had lost their libraries, and readers would not come to town. A bus "
            "came every week instead; three villages lend more than before, six do not."
        ),
    },
    "places": {"place": _("Upper Valley, and as kind of place: district")},
    "years": {"year_from": "2016", "year_to": _("2019, or empty if the bus still runs")},
    "areas": {"tags": _("mobile library, rural services, volunteers")},
    "kind": {},
    "bodies": {"organisation": _("Upper Valley Council, which answered for it: lead")},
    "people": {
        "leader": _("Ada Okafor, if she agrees"),
        "group": _("The drivers"),
        "job_title": _("Driver"),
        "organisation": _("Upper Valley Council"),
        "note": _("Refused the first routes, because two stops lay behind a bridge that ices over. They were right."),
    },
    "problem": {
        "problem": _(
            "Between 2009 and 2014 nine villages lost their libraries. The council ran a reading room in town, 40 "
            "minutes away by a bus that went twice a day. Of 2,100 card holders in the villages, 300 still "
            "came.\n\nA campaign with leaflets changed nothing. Those who stayed away were not uninterested, it "
            "turned out: they looked after somebody."
        )
    },
    "what_they_did": {
        "what_they_did": _(
            "The library bought an old school bus for £28,000, took out every second row, and put in shelves that "
            "lock. Two drivers learned to lend; no librarian had to learn to drive. It stopped in every village for "
            "an hour, always on the same day."
        )
    },
    "how_it_unfolded": {
        "how_it_unfolded": _(
            "The first routes were drawn at a desk, and the drivers said that they would not work in winter. They "
            "were not asked again until the second January, when the bus had missed eleven stops. Then they drew "
            "the routes themselves, in an afternoon."
        )
    },
    "what_changed": {
        "what_changed": _(
            "Three villages lend more than their old library did. In the others people come for the driver, who "
            "brings prescriptions; they say so, and it is in no figure."
        )
    },
    "what_went_wrong": {
        "what_went_wrong": _(
            "Six villages lend less than before. Two drivers left after the first winter. Nobody counted how many "
            "of the new readers had only moved over from the reading room."
        )
    },
    "before_you_adapt_it": {
        "before_you_adapt_it": _(
            "The bus was cheap because a school had closed. The council had two drivers with nothing to drive. "
            "Where roads are clear in winter, the hardest part falls away."
        )
    },
    "figures": {
        "indicator": _("Books lent in the nine villages in a year"),
        "unit": _("books"),
        "baseline": "900",
        "target": "1,500",
        "result": _("about 1,300"),
        "period": _("2015, and 2018"),
        "note": _("The library’s own count. The reading room is not in it."),
    },
    "dates": {"text": _("The drivers draw the routes anew."), "year": "2018"},
    "origins": {
        "origin": _("The dental bus that came to the schools"),
        "from_place": _("The next valley"),
        "kept": _("The same day every week, and the same face"),
        "changed": _("It waits for an hour; the dentist left when the queue ended"),
        "dropped": _("Appointments"),
        "note": _("The dentist’s driver taught ours where the bus can turn."),
    },
    "grounds": {
        "source": _("One bus, nine stops: a review after two winters"),
        "authors": _("Upper Valley Council, library service"),
        "where": _("“The second winter”, p. 42"),
        "words": _("I drove it. The figures are from the review, the rest I saw."),
    },
    "result": {
        "why": _(
            "By what the council wanted, more lending, it half worked. By what villagers say, it was worth it. The "
            "treasurer would say that it failed."
        ),
    },
    "lessons": {
        "supports": _(
            "Ask those who will drive before you draw the routes: we lost a winter and two drivers because nobody did."
        ),
        "contradicts": _(
            "Everybody says to begin small. Our pilot in one village told us nothing: its road is the only one that "
            "is cleared."
        ),
    },
    "vouchers": {
        "practitioner": _("Bob Marsh, who drove the second bus"),
        "scholar": _("Dr Lena Ruiz, who wrote the review"),
    },
}

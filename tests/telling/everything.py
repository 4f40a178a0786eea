"""A story in which every field of every page is filled in."""

EVERYTHING = {
    "you": [{"name": "Ada Okafor", "kind": "practitioner", "part": "Drove the bus", "named": "yes"}],
    "title": [{"title": "The bus", "summary": "No library came. A bus did."}],
    "places": [
        {"place": "Kirklees"},
        {"place": "Upper Valley", "country": "GB", "place_kind": "district"},
        {"place": "Nowhere in particular"},
    ],
    "years": [{"year_from": "2016", "year_to": "2019"}],
    "areas": [{"policy_areas": ["health", "culture"], "tags": "mobile library, volunteers, Volunteers"}],
    "kind": [{"level": "organisational", "novelty": "radical", "driver": "user"}],
    "bodies": [
        {"organisation": "Kirklees Council", "part": "lead"},
        {"organisation": "Bus Club", "organisation_kind": "charity", "part": "partner"},
    ],
    "people": [
        {
            "leader": "Bob Marsh",
            "job_title": "Head of buses",
            "organisation": "Kirklees Council",
            "realm": "managerial",
            "part": "led",
            "note": "He found the bus.",
        },
        {"group": "The drivers", "organisation": "Bus Club", "realm": "community", "part": "opposed"},
    ],
    "problem": [{"problem": "Nobody came.\n\nNobody at all."}],
    "what-they-did": [{"what_they_did": "They bought a bus."}],
    "how-it-unfolded": [{"how_it_unfolded": "Slowly."}],
    "what-changed": [{"what_changed": "Three villages lend more."}],
    "what-went-wrong": [{"what_went_wrong": "# 1 went wrong."}],
    "before-you-adapt-it": [{"before_you_adapt_it": "The bus was cheap."}],
    "pictures": [
        {
            "file": "bus.jpg",
            "description": "The bus stands in the rain.",
            "caption": "Its first stop.",
            "credit": "Cy Dahl himself",
            "licence": "permission",
            "licence_words": "He allows it with the story.",
            "people": "yes",
            "consent": "Ada asked the driver in May.",
        }
    ],
    "figures": [
        {
            "indicator": "Books lent",
            "unit": "books",
            "baseline": "900",
            "target": "1,500",
            "result": "around 1,300",
            "period": "2015 to 2018",
            "measure_kind": "outcome",
            "better": "higher",
            "note": "Our own count.",
        }
    ],
    "dates": [
        {"text": "It stood still.", "year": "2017", "until_year": "2018"},
        {"text": "The bus came.", "year": "2016", "month": "4"},
    ],
    "origins": [
        {
            "origin": "The dental bus",
            "from_place": "Kirklees",
            "kept": "The day",
            "changed": "The hour",
            "dropped": "Appointments",
            "note": "Their driver taught ours.",
        },
        {"origin": "A firm’s habit", "from_place": "The next valley", "kept": "The face"},
    ],
    "grounds": [
        {
            "ground": "publication",
            "source": "A review",
            "authors": "The council",
            "year": "2018",
            "url": "https://example.org/r",
            "where": "p. 42",
            "words": "It counts lending only.",
        },
        {"ground": "own", "words": "I drove it."},
    ],
    "result": [{"result": "mixed", "why": "By what villagers say."}],
    "lessons": [{"supports": "Ask the drivers first.", "contradicts": "A small start told us nothing."}],
    "vouchers": [
        {
            "practitioner": "Cy Dahl",
            "practitioner_email": "cy@example.org",
            "scholar": "Lena Ruiz",
            "scholar_email": "lena@example.org",
        }
    ],
}

CHOSEN = {
    "kind",
    "named",
    "country",
    "place_kind",
    "policy_areas",
    "level",
    "novelty",
    "driver",
    "part",
    "realm",
    "month",
}
CHOSEN |= {"organisation_kind", "measure_kind", "better", "ground", "result", "file", "licence", "people"}
"""Fields that are chosen, not typed, on one page at least."""


def words_in(everything):
    """Every piece of text that was typed, line by line."""
    pages = [page for step, pages in everything.items() for page in pages if step != "areas"]
    typed = [text for page in pages for name, text in page.items() if name not in CHOSEN or " " in text]
    return [line for text in typed for line in text.split("\n") if line]

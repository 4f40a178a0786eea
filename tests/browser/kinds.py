"""Every kind of page, with one address of it."""

KINDS = {
    "home": "/",
    "finder": "/stories/",
    "finder-filtered": "/stories/?result=failed&policy=environment-and-climate",
    "finder-words": "/stories/?q=recycling&colour=green",
    "finder-empty": "/stories/?result=failed&policy=education&country=au",
    "options": "/stories/-/options/place/",
    "options-empty": "/stories/-/options/place/?find=zzz",
    "story": "/stories/kirklees-recycling/",
    "story-mention": "/stories/kirklees-churches-partnership/",
    "lessons": "/lessons/",
    "lessons-empty": "/lessons/?q=zzz",
    "lesson": "/lessons/start-with-a-small-visible-win/",
    "frameworks": "/frameworks/",
    "framework": "/frameworks/elements-of-civic-entrepreneurship/",
    "element": "/elements/risk-mismanagement/",
    "crosswalk": "/frameworks/crosswalk/",
    "crosswalk-of-two": "/frameworks/crosswalk/?left=why-innovation-fails&right=elements-of-civic-entrepreneurship",
    "tensions": "/tensions/",
    "questions": "/questions/",
    "question": "/questions/how-do-i-learn-from-a-failure/",
    "organisations": "/organisations/",
    "organisation": "/organisations/kirklees-council/",
    "leaders": "/leaders/",
    "leader": "/leaders/ken-gillespie/",
    "places": "/places/",
    "place": "/places/kirklees/",
    "sources": "/sources/",
    "source": "/sources/civic-entrepreneurship-1998/",
    "about": "/about/",
    "403": "/errors/403/",
    "404": "/errors/404/",
    "410": "/errors/410/",
    "500": "/errors/500/",
    "gallery": "/components/",
}
"""By name; where a kind has an empty state that looks different, that is a kind too."""

PAGES = {name: address for name, address in KINDS.items() if name != "gallery"}
"""What readers see: all but the gallery of components."""

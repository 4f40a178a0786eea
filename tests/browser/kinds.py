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
    "questions": "/questions/",
    "question": "/questions/how-do-i-learn-from-a-failure/",
    "collections": "/collections/",
    "collection": "/collections/when-it-did-not-work/",
    "collection-empty": "/collections/when-it-did-not-work/?result=failed&policy=education",
    "list-empty": "/list/",
    "list-shared": "/list/?story=kirklees-recycling&story=west-walker-school&story=no-such-story&title=For+Tuesday",
    "list-long": "/list/?story=kirklees-recycling&story=west-walker-school&story=west-walker-creche"
    "&story=social-exclusion-unit&story=dorset-gp-planning",
    "list-add": "/list/add/kirklees-recycling/",
    "organisations": "/organisations/",
    "organisation": "/organisations/kirklees-council/",
    "leaders": "/leaders/",
    "leader": "/leaders/ken-gillespie/",
    "places": "/places/",
    "place": "/places/kirklees/",
    "sources": "/sources/",
    "source": "/sources/civic-entrepreneurship-1998/",
    "compare": "/stories/compare/?story=west-walker-school&story=kirklees-recycling",
    "compare-four": "/stories/compare/?story=west-walker-school&story=kirklees-recycling&story=south-somerset-decentralisation"
    "&story=aylesbury-restorative-cautioning&story=nowhere",
    "compare-one": "/stories/compare/?story=kirklees-recycling&find=school",
    "compare-none": "/stories/compare/",
    "would-it-work-here": "/explore/would-it-work-here/",
    "would-it-work-here-set": "/explore/would-it-work-here/?my-body=council&my-place=borough&my-country=no&my-mandate=elected",
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

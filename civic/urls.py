"""The table of contents: every address of the site, by floor."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail.admin import urls as desk_urls

from cases import views as cases
from cases.explore import views as explore
from cases.record import views as record
from cases.reviewing import views as reviewing
from cases.telling import views as telling
from civic import views as civic
from civic.sitemaps import SITEMAPS
from lessons import views as lessons
from lessons.explore import views as evidence

handler400 = "civic.views.bad_request"
handler403 = "civic.views.forbidden"
handler404 = "civic.views.not_found"
handler429 = "civic.views.too_many"
handler500 = "civic.views.server_error"

urlpatterns = [
    path("", lessons.home, name="home"),
    # The finder and its twins
    path("stories/", cases.story_list, name="story-list"),
    path("stories.json", cases.story_list_json, name="story-list-json"),
    path("stories.csv", cases.story_list_csv, name="story-list-csv"),
    path("stories.atom", cases.story_list_atom, name="story-list-atom"),
    path("stories/-/suggestions/", cases.story_suggestions, name="story-suggestions"),
    path("stories/-/options/<slug:key>/", cases.story_options, name="story-options"),
    path("stories/compare/", explore.story_compare, name="story-compare"),
    path("stories/<slug:slug>/", cases.story_page, name="story-page"),
    # A story's record
    path("stories/<slug:slug>/changes/", record.story_changes, name="story-changes"),
    path("stories/<slug:slug>/changes.atom", record.story_changes_atom, name="story-changes-atom"),
    path("stories/<slug:slug>/versions/<int:number>/", record.story_version, name="story-version"),
    path("stories/<slug:slug>/cite.bib", record.story_cite_bib, name="story-cite-bib"),
    path("stories/<slug:slug>/cite.ris", record.story_cite_ris, name="story-cite-ris"),
    path("stories/<slug:slug>/cite.json", record.story_cite_json, name="story-cite-json"),
    # Signing off, by the link in a mail
    path("sign/<str:token>/", reviewing.sign_off, name="sign-off"),
    path("sign/<str:token>/story/", reviewing.sign_off_story, name="sign-off-story"),
    path("sign/<str:token>/renew/", reviewing.sign_off_renew, name="sign-off-renew"),
    # Collections, and a reader's own list
    path("collections/", cases.collection_list, name="collection-list"),
    path("collections/<slug:slug>/", cases.collection_page, name="collection-page"),
    path("list/", cases.reading_list, name="reading-list"),
    path("list/add/<slug:slug>/", cases.reading_list_add, name="reading-list-add"),
    path("list/change/", cases.reading_list_change, name="reading-list-change"),
    path("list.csv", cases.reading_list_csv, name="reading-list-csv"),
    path("list.json", cases.reading_list_json, name="reading-list-json"),
    path("list.md", cases.reading_list_md, name="reading-list-md"),
    # The cast
    path("organisations/", cases.organisation_list, name="organisation-list"),
    path("organisations/<slug:slug>/", cases.organisation_page, name="organisation-page"),
    path("leaders/", cases.leader_list, name="leader-list"),
    path("leaders/<slug:slug>/", cases.leader_page, name="leader-page"),
    path("places/", cases.place_list, name="place-list"),
    path("places/<slug:slug>/", cases.place_page, name="place-page"),
    path("sources/", cases.source_list, name="source-list"),
    path("sources/<slug:slug>/", cases.source_page, name="source-page"),
    # The upper floor
    path("lessons/", lessons.lesson_list, name="lesson-list"),
    path("lessons/<slug:slug>/", lessons.lesson_page, name="lesson-page"),
    path("frameworks/", lessons.framework_list, name="framework-list"),
    path("frameworks/crosswalk/", lessons.framework_crosswalk, name="framework-crosswalk"),
    path("frameworks/<slug:slug>/", lessons.framework_page, name="framework-page"),
    path("elements/<slug:slug>/", lessons.element_page, name="element-page"),
    path("questions/", lessons.question_list, name="question-list"),
    path("questions/<slug:slug>/", lessons.question_page, name="question-page"),
    path("tensions/", lessons.tension_list, name="tension-list"),
    path("tensions/<slug:slug>/", lessons.tension_page, name="tension-page"),
    # The shape of it
    path("explore/", explore.explore, name="explore"),
    path("explore/evidence-map/", evidence.evidence_map, name="explore-evidence-map"),
    path("explore/innovation-zones/", explore.innovation_zones, name="explore-zones"),
    path("explore/outcomes/", explore.what_was_measured, name="explore-outcomes"),
    path("explore/lineage/", explore.lineage_view, name="explore-lineage"),
    path("explore/map/", explore.places_map, name="explore-map"),
    path("explore/would-it-work-here/", explore.would_it_work_here, name="explore-here"),
    # Telling a story
    path("tell/", telling.tell, name="tell"),
    path("tell/begin/", telling.tell_begin, name="tell-begin"),
    path("tell/link/", telling.tell_link, name="tell-link"),
    path("tell/privacy/", telling.tell_privacy, name="tell-privacy"),
    path("tell/open/<str:token>/", telling.tell_open, name="tell-open"),
    path("tell/-/records/<slug:noun>/", telling.tell_records, name="tell-records"),
    path("tell/<slug:key>/", telling.tell_overview, name="tell-overview"),
    path("tell/<slug:key>/authors/", telling.tell_authors, name="tell-authors"),
    path("tell/<slug:key>/check/", telling.tell_check, name="tell-check"),
    path("tell/<slug:key>/later/", telling.tell_later, name="tell-later"),
    path("tell/<slug:key>/end/", telling.tell_end, name="tell-end"),
    path("tell/<slug:key>/<slug:step>/", telling.tell_step, name="tell-step"),
    path("tell/<slug:key>/<slug:step>/new/", telling.tell_new, name="tell-new"),
    path("tell/<slug:key>/<slug:step>/<int:item>/", telling.tell_item, name="tell-item"),
    path("tell/<slug:key>/<slug:step>/<int:item>/history/", telling.tell_history, name="tell-history"),
    # The house
    path("schemas/<slug:name>.json", civic.schema, name="schema"),
    path("about/", civic.about, name="about"),
    path("healthz", civic.healthz, name="healthz"),
    path("robots.txt", civic.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    # People: everybody's own account, and the desk's door, which is the same for all
    path("account/", include("civic.account.urls")),
    path("desk/", include("civic.desk.urls")),
    path("desk/", include(desk_urls)),
]

if settings.DEBUG:
    urlpatterns += [
        path("components/", civic.gallery, name="gallery"),
        re_path(r"^errors/(?P<status>403|404|410|429|500)/$", civic.error_example, name="error-example"),
        *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    ]

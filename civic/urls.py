"""The table of contents: every address of the site, by floor."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path, register_converter
from wagtail.admin import urls as desk_urls

from cases import views as cases
from cases.explore import views as explore
from civic import views as civic
from civic.sitemaps import SITEMAPS
from lessons import views as lessons
from lessons.courses import adding_views as adding
from lessons.courses import sharing_views as sharing
from lessons.courses import views as courses
from lessons.courses.addresses import CourseConverter
from lessons.courses.building import views as building
from lessons.courses.cartridge import views as cartridges
from lessons.courses.documents import views as documents
from lessons.courses.participants import views as participants
from lessons.courses.teaching import views as teaching
from lessons.explore import views as evidence

register_converter(CourseConverter, "course")

handler400 = "civic.views.bad_request"
handler403 = "civic.views.forbidden"
handler404 = "civic.views.not_found"
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
    # Courses: what visitors read
    path("courses/", courses.course_list, name="course-list"),
    path("courses/<course:handle>/", courses.course_page, name="course-page"),
    path("courses/<course:handle>/teach/<int:session>/", teaching.course_teach_session, name="course-teach-session"),
    path("courses/<course:handle>/teach/<int:session>/<int:screen>/", teaching.course_teach, name="course-teach"),
    path(
        "courses/<course:handle>/teach/<int:session>/<int:screen>/notes/",
        teaching.course_teach_notes,
        name="course-teach-notes",
    ),
    path("stories/<slug:slug>/teach/", teaching.story_teach, name="story-teach"),
    path("stories/<slug:slug>/teach/<int:screen>/", teaching.story_teach, name="story-teach-screen"),
    path("courses/<course:handle>/handout/", documents.course_handout, name="course-handout"),
    path("courses/<course:handle>/handout.docx", documents.course_handout_docx, name="course-handout-docx"),
    path("courses/<course:handle>/pack/", documents.course_pack, name="course-pack"),
    path("courses/<course:handle>/pack.docx", documents.course_pack_docx, name="course-pack-docx"),
    path("courses/<course:handle>/slides.pptx", documents.course_slides, name="course-slides"),
    path("courses/<course:handle>/platform/", cartridges.course_platform, name="course-platform"),
    path("courses/<course:handle>/cartridge.imscc", cartridges.course_cartridge, name="course-cartridge"),
    path("courses/<course:handle>/questions.zip", cartridges.course_questions, name="course-questions"),
    # Courses: what participants do
    path("courses/<course:handle>/study/", participants.course_study, name="course-study"),
    path("courses/<course:handle>/study/keep/", participants.course_study_keep, name="course-study-keep"),
    path("courses/<course:handle>/study/take/", participants.course_study_take, name="course-study-take"),
    path("courses/<course:handle>/groups/", participants.course_groups, name="course-groups"),
    path("groups/", participants.group_find, name="group-find"),
    path("groups/<slug:code>/", participants.group_answer, name="group-answer"),
    path("groups/<slug:code>/results/", participants.group_results, name="group-results"),
    path("groups/<slug:code>/answers.csv", participants.group_csv, name="group-csv"),
    path("groups/<slug:code>/change/", participants.group_change, name="group-change"),
    # Courses: what trainers do
    path("courses/-/add/<slug:kind>/<path:names>/", adding.course_add, name="course-add"),
    path("courses/-/new/", building.course_new, name="course-new"),
    path("courses/<course:handle>/adapt/", building.course_adapt, name="course-adapt"),
    path("courses/<course:handle>/revise/", building.course_revise, name="course-revise"),
    path("courses/<course:handle>/build/", building.course_build, name="course-build"),
    path("courses/<course:handle>/build/change/", building.course_change, name="course-change"),
    path("courses/<course:handle>/build/news/", building.course_news, name="course-news"),
    path("courses/<course:handle>/build/find/", building.course_find, name="course-find"),
    path("courses/<course:handle>/sharing/", sharing.course_sharing, name="course-sharing"),
    path("courses/<course:handle>/changes/", sharing.course_changes, name="course-changes"),
    path("courses/-/invitation/<slug:token>/", sharing.course_invitation, name="course-invitation"),
    # The shape of it
    path("explore/", explore.explore, name="explore"),
    path("explore/evidence-map/", evidence.evidence_map, name="explore-evidence-map"),
    path("explore/innovation-zones/", explore.innovation_zones, name="explore-zones"),
    path("explore/outcomes/", explore.what_was_measured, name="explore-outcomes"),
    path("explore/lineage/", explore.lineage_view, name="explore-lineage"),
    path("explore/map/", explore.places_map, name="explore-map"),
    path("explore/would-it-work-here/", explore.would_it_work_here, name="explore-here"),
    # The house
    path("schemas/<slug:name>.json", civic.schema, name="schema"),
    path("about/", civic.about, name="about"),
    path("healthz", civic.healthz, name="healthz"),
    path("robots.txt", civic.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("desk/", include(desk_urls)),
]

if settings.DEBUG:
    urlpatterns += [
        path("components/", civic.gallery, name="gallery"),
        re_path(r"^errors/(?P<status>403|404|410|500)/$", civic.error_example, name="error-example"),
        *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    ]

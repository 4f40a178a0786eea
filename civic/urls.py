"""The table of contents: every address of the site, by floor."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path, register_converter
from wagtail.admin import urls as desk_urls

from cases import views as cases
from cases.explore import views as explore
from cases.following import views as following
from cases.record import views as record
from cases.reviewing import views as reviewing
from cases.suggestions import views as suggestions
from cases.telling import views as telling
from civic import views as civic
from civic.sitemaps import SITEMAPS
from lessons import views as lessons
from lessons.audit import team_views as team
from lessons.audit import views as audit
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
    path("stories/<slug:slug>/suggest/", suggestions.story_suggest, name="story-suggest"),
    path("stories/<slug:slug>/suggested/", suggestions.story_suggested, name="story-suggested"),
    path("stories/<slug:slug>.atom", following.story_atom, name="story-atom"),
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
    path("lessons/<slug:slug>.atom", lessons.lesson_atom, name="lesson-atom"),
    path("lessons/<slug:slug>/", lessons.lesson_page, name="lesson-page"),
    path("frameworks/", lessons.framework_list, name="framework-list"),
    path("frameworks/crosswalk/", lessons.framework_crosswalk, name="framework-crosswalk"),
    path("frameworks/<slug:slug>/", lessons.framework_page, name="framework-page"),
    path("elements/<slug:slug>/", lessons.element_page, name="element-page"),
    path("questions/", lessons.question_list, name="question-list"),
    path("questions/<slug:slug>/", lessons.question_page, name="question-page"),
    path("tensions/", lessons.tension_list, name="tension-list"),
    path("tensions/<slug:slug>/", lessons.tension_page, name="tension-page"),
    # Being told what is new
    path("follow/stories/", following.follow_stories, name="follow-stories"),
    path("follow/asked/", following.follow_asked, name="follow-asked"),
    path("follow/forgotten/", following.follow_forgotten, name="follow-forgotten"),
    path("follow/confirm/<slug:key>/", following.follow_confirm, name="follow-confirm"),
    path("follow/stop/<slug:key>/", following.follow_stop, name="follow-stop"),
    path("follow/<slug:kind>/<slug:slug>/", following.follow_record, name="follow-record"),
    path("following/mine/", following.following_mine, name="following-mine"),
    path("following/<slug:key>/", following.following, name="following"),
    path("following/<slug:key>/stop/", following.following_stop, name="following-stop"),
    # The learning audit: alone, for who organises one, for who answers
    path("audit/", audit.audit, name="audit"),
    path("audit/alone/", audit.audit_alone, name="audit-alone"),
    path("audit/alone/-/result/", audit.audit_alone_result, name="audit-alone-result"),
    path("audit/alone/-/where/", audit.audit_alone_where, name="audit-alone-where"),
    path("audit/alone/-/keep/", audit.audit_alone_keep, name="audit-alone-keep"),
    path("audit/alone/-/forget/", audit.audit_alone_forget, name="audit-alone-forget"),
    path("audit/alone/<slug:element>/", audit.audit_alone_step, name="audit-alone-step"),
    path("audit/team/", audit.audit_team, name="audit-team"),
    path("audit/mine/", audit.audit_mine, name="audit-mine"),
    path("audit/deleted/", team.audit_deleted, name="audit-deleted"),
    path("audit/organise/<slug:key>/", team.audit_organise, name="audit-organise"),
    path("audit/organise/<slug:key>/change/", team.audit_change, name="audit-change"),
    path("audit/organise/<slug:key>/<int:number>/", team.audit_organise_result, name="audit-organise-result"),
    path("audit/organise/<slug:key>/<int:number>.csv", team.audit_organise_csv, name="audit-organise-csv"),
    path("audit/organise/<slug:key>/<slug:deed>/", team.audit_deed, name="audit-deed"),
    path("audit/round/<slug:key>/", team.audit_round, name="audit-round"),
    path("audit/round/<slug:key>/result/", team.audit_round_result, name="audit-round-result"),
    path("audit/round/<slug:key>/result.csv", team.audit_round_csv, name="audit-round-csv"),
    path("audit/sheet/<slug:key>/", team.audit_sheet, name="audit-sheet"),
    path("audit/sheet/<slug:key>/-/on/", team.audit_sheet_first, name="audit-sheet-first"),
    path("audit/sheet/<slug:key>/-/own/", team.audit_sheet_own, name="audit-sheet-own"),
    path("audit/sheet/<slug:key>/-/together/", team.audit_sheet_together, name="audit-sheet-together"),
    path("audit/sheet/<slug:key>/-/leave/", team.audit_sheet_leave, name="audit-sheet-leave"),
    path("audit/sheet/<slug:key>/<slug:element>/", team.audit_sheet_step, name="audit-sheet-step"),
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
    path("lti/", include("lessons.lti.urls")),
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

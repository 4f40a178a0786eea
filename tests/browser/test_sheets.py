"""An editor at the desk: uploads a spreadsheet, looks at the preview, imports it, and takes it back by the history."""

import re
import shutil
import socket
import subprocess

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, manage, wait_for
from tests.browser.hands import publish
from tests.browser.test_accessibility import AXE, TAGS
from tests.sheets.conftest import workbook

STORY = "/stories/kirklees-recycling/"
TITLE = "The recycling scheme that everyone wanted"
LATER = "The recycling scheme that everyone wanted, later"


def change(slug, **title):
    """A workbook with a measure that the story has not, and perhaps another title."""
    measures = [["Story", "Indicator", "Kind", "Result"], [slug, "Lorries", "output", "about 12"]]
    return workbook(Measures=measures, **{name: [["Slug", "Title"], [slug, text]] for name, text in title.items()})


FAULTS = workbook(
    Stories=[["Slug", "Title", "Colour"], ["kirklees-recycling", "x" * 71, "red"]],
    Measures=[["Story", "Indicator", "Kind"], ["kirkles-recycling", "Lorries", "outputs"]],
)


@pytest.fixture(scope="module")
def desk(loaded_library, tmp_path_factory):
    """A library of its own, because it is changed: its address, and the password of its editor."""
    folder = tmp_path_factory.mktemp("desk") / "library"
    shutil.copytree(loaded_library, folder)
    said = subprocess.run(**manage(folder, "open_desk"), check=True, capture_output=True, text=True).stdout
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "log").open("w") as log:
        command = manage(folder, "runserver", f"127.0.0.1:{port}", "--noreload")
        server = subprocess.Popen(**command, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", server, folder / "log")
            yield f"http://127.0.0.1:{port}", re.search(r"password (\S+)", said)[1]
        finally:
            server.terminate()
            server.wait(PATIENCE)


@pytest.fixture(params=[True], ids=["with-scripts"])
def editor(request, browser, desk):
    """The editor, signed in, on the first screen of spreadsheets."""
    address, password = desk
    context = browser.new_context(base_url=address, java_script_enabled=request.param)
    context.set_default_timeout(PATIENCE * 500)
    page = context.new_page()
    page.goto("/desk/login/?next=/desk/sheets/")
    page.get_by_label("E-mail address").fill("editor")
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("Password", exact=True).press("Enter")
    expect(page).to_have_url(f"{address}/desk/sheets/")
    yield page
    context.close()


def upload(page, content, name="changes.xlsx"):
    """Choose a file, send it, and wait for the preview."""
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    page.get_by_role("button", name="Upload and look").press("Enter")
    expect(page.get_by_role("heading", name="Row by row")).to_be_visible()


def violations(page):
    """What axe-core objects to in what is ours of a screen that has come whole, in the light and in the dark."""
    page.wait_for_load_state()
    page.evaluate(AXE)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
        run = page.evaluate("options => axe.run('main .nice-padding', options)", options)
        found += [
            f"{rule['id']}: {node['html']} {node['failureSummary']}"
            for rule in run["violations"]
            for node in rule["nodes"]
        ]
    return found


def test_it_leads_from_a_file_to_readers_and_back(editor):
    upload(editor, change("kirklees-recycling", Stories=LATER))
    rows = editor.get_by_role("table").filter(has=editor.get_by_text("Stories, row 2"))
    expect(rows).to_contain_text(f"{TITLE} → {LATER}")
    expect(rows).to_contain_text("about 12")

    editor.get_by_label("Published: readers see it at once").check()
    editor.get_by_role("button", name="Import 2 rows").click()
    expect(editor.get_by_text("One record was written. Readers see them.")).to_be_visible()
    editor.goto(STORY)
    expect(editor.get_by_role("heading", level=1)).to_have_text(LATER)
    expect(editor.get_by_text("Lorries").first).to_be_visible()

    editor.goto("/desk/sheets/")
    editor.get_by_role("link", name="changes.xlsx").first.click()
    editor.get_by_role("link", name=f"History of {LATER}").click()
    kept = editor.locator("tr", has_text="Kept as it was before the import of a spreadsheet")
    kept.get_by_role("button", name="Actions").click()
    editor.get_by_role("link", name="Review this version").click()
    publish(editor)
    expect(editor.locator(".messages .success")).to_be_visible()
    editor.goto(STORY)
    expect(editor.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(editor.get_by_text("Lorries")).to_have_count(0)


def test_it_says_what_is_wrong_and_gives_it_back_marked(editor):
    upload(editor, FAULTS, "faults.xlsx")

    expect(editor.get_by_text("4 things are wrong.")).to_be_visible()
    expect(
        editor.get_by_text("There is no story “kirkles-recycling”; did you mean “kirklees-recycling”?")
    ).to_be_visible()
    expect(editor.get_by_role("button", name="Import")).to_have_count(0)
    with editor.expect_download() as download:
        editor.get_by_role("link", name="Download it with the problems marked").click()
    assert download.value.suggested_filename == "problems.xlsx"


def test_it_changes_nothing_that_was_discarded(editor):
    upload(editor, change("west-walker-school"), "discarded.xlsx")

    editor.get_by_role("button", name="Discard this upload").click()

    expect(editor.get_by_text("The import was cancelled. Nothing was changed.")).to_be_visible()


@pytest.mark.parametrize("editor", [False], indirect=True, ids=["without-scripts"])
def test_it_works_without_scripts(editor):
    upload(editor, change("dorset-gp-planning"), "without-scripts.xlsx")

    editor.get_by_role("button", name="Import 1 row").click()

    expect(editor.get_by_text("They are drafts: readers see nothing of them until you publish.")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_it_has_nothing_that_axe_objects_to(editor, width):
    editor.set_viewport_size({"width": width, "height": 900})
    found = violations(editor)
    upload(editor, FAULTS, "faults.xlsx")
    found += violations(editor)
    editor.goto("/desk/sheets/")
    upload(editor, change("west-walker-school"), "axe.xlsx")
    found += violations(editor)

    assert "\n".join(found) == ""
    assert editor.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_it_says_at_the_field_why_a_file_is_refused(editor, width):
    editor.set_viewport_size({"width": width, "height": 900})
    editor.get_by_label("File").set_input_files(
        {"name": "a.xlsx", "mimeType": "text/plain", "buffer": b"%PDF-1.7 nothing"}
    )
    editor.get_by_role("button", name="Upload and look").click()

    expect(editor.get_by_text("by its content it is a file of the type application/pdf")).to_be_visible()
    assert violations(editor) == []

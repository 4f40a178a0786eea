"""What editors send: a file, what to do with it, and which of its rows they want to see."""

from pathlib import PurePath

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.library.nouns import noun
from cases.library.problems import shown
from cases.models import SheetImport
from cases.models.sheet_row import RowKind
from cases.sheets.arriving import Refused, look
from cases.sheets.folder import UploadFolder
from cases.sheets.permissions import may
from cases.sheets.registry import sheet, sheets


class UploadForm(forms.Form):
    """A file, and which sheet it is, where a text does not say so by its headings."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "An Excel workbook (.xlsx) or CSV, up to 20 MB and 20,000 rows. Nothing is changed before you have seen a preview."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
    )
    chosen = forms.ChoiceField(
        label=_("Sheet"),
        required=False,
        help_text=_("For CSV only, where the headings leave it open."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(found.name, str(found)) for found in sheets() if found.read]
        self.fields["chosen"].choices = [("", _("Told by the headings")), *choices]

    def clean_file(self):
        """The file, where its content is what can be read."""
        file = self.cleaned_data["file"]
        try:
            self.arrived = look(file, file.size)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return file

    def save(self, user) -> SheetImport:
        """Keep the file, and begin an import of it."""
        file = self.cleaned_data["file"]
        file.seek(0)
        folder = UploadFolder.create(file.chunks())
        return SheetImport.objects.create(
            user=user,
            name=shown(PurePath(file.name.replace("\\", "/")).name) or _("A file without a name"),
            is_workbook=self.arrived.is_workbook,
            chosen=self.cleaned_data["chosen"],
            size=file.size,
            folder=folder.name,
        )


class ImportForm(forms.Form):
    """How to import what the preview shows. `digest` says which preview it was."""

    DRAFTS, PUBLISHED = "drafts", "published"
    HOW = (
        (DRAFTS, _("As drafts: readers see nothing of it until you publish")),
        (PUBLISHED, _("Published: readers see it at once")),
    )

    how = forms.ChoiceField(label=_("Import"), choices=HOW, initial=DRAFTS, widget=forms.RadioSelect)
    digest = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, found: SheetImport, user, **kwargs):
        super().__init__(*args, initial={"how": self.DRAFTS, "digest": found.digest}, **kwargs)
        self.found = found
        nouns = {sheet(table["sheet"]).noun_name for table in found.tables}
        self.may_publish = all(may(user, "publish", noun(name)) for name in nouns)
        possible = {self.DRAFTS: found.doing, self.PUBLISHED: self.may_publish and not found.hindered}
        self.fields["how"].choices = [(how, label) for how, label in self.HOW if possible[how]]

    def clean_digest(self):
        """What is imported is what was seen."""
        digest = self.cleaned_data["digest"]
        if digest != self.found.digest:
            raise forms.ValidationError(_("The preview was made again meanwhile. Look at it once more, then import."))
        return digest

    @property
    def publishes(self) -> bool:
        """Whether readers are to see it at once."""
        return self.cleaned_data["how"] == self.PUBLISHED


class RowsForm(forms.Form):
    """Which rows of a preview to show. What is unknown is passed over."""

    kind = forms.ChoiceField(required=False, choices=[("all", ""), *RowKind.choices])

    def wanted(self, found: SheetImport) -> str:
        """The kind of rows asked for, empty for all; where something is wrong, first what is wrong."""
        self.is_valid()
        kind = self.cleaned_data.get("kind") or (RowKind.REFUSED if found.problems else "all")
        return "" if kind == "all" else kind

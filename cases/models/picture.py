"""Pictures: what they show in words, whose they are, and what may be done with them."""

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, ImageQuerySet, WagtailImageField, get_upload_to

from cases.choices import not_empty, one_of
from cases.licences import LICENCE_ADDRESSES, Licence
from cases.pictures.storage import OriginalsStorage, random_name


class PictureQuerySet(ImageQuerySet):
    """Lists of pictures."""

    def shown(self):
        """The pictures in stories that readers may see."""
        used = models.Exists(_model("StoryPicture").objects.filter(picture=models.OuterRef("pk"), story__live=True))
        return self.filter(used).order_by("slug")

    def not_in_stories(self):
        """The pictures that no story shows, published or not."""
        return self.exclude(pk__in=_model("StoryPicture").objects.values("picture"))

    def not_ready(self):
        """Those of which no page has been shown yet: their sizes are still to be made."""
        made = _model("PictureRendition").objects.filter(filter_spec__startswith="format-")
        return self.exclude(pk__in=made.values("image"))


def _model(name):
    from django.apps import apps

    return apps.get_model("cases", name)


class Picture(AbstractImage):
    """A picture that stories may show: what it shows in words, who made it, and under which licence it is here."""

    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, default=random_name, editable=False, help_text=_("Its name in files.")
    )
    file = WagtailImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        storage=OriginalsStorage(),
        width_field="width",
        height_field="height",
    )
    description = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What somebody who cannot see it should know: what is in the picture, in a sentence."),
    )
    credit = models.CharField(
        _("credit"), max_length=150, help_text=_("Who made it, as it should stand below the picture.")
    )
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence, help_text=_("What allows the library to show it.")
    )
    licence_words = models.CharField(
        _("the permission in words"),
        max_length=200,
        blank=True,
        help_text=_("Needed for “with permission”: who gave it, when, and for what."),
    )
    consent = models.CharField(
        _("consent"),
        max_length=400,
        blank=True,
        help_text=_(
            "Where people can be recognised: who asked them, when, and what they agreed to. Not shown to readers."
        ),
    )

    objects = PictureQuerySet.as_manager()

    admin_form_fields = (
        *("file", "description", "credit", "licence", "licence_words", "consent", "collection"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            not_empty("picture", "description"),
            not_empty("picture", "credit"),
            one_of("picture", "licence", Licence),
            models.CheckConstraint(
                name="picture_permission_in_words",
                condition=~models.Q(licence=Licence.PERMISSION) | ~models.Q(licence_words=""),
                violation_error_message=_("Say who gave the permission, when, and for what."),
            ),
        ]

    def save(self, *args, **kwargs):
        """Save it, under what it shows (lists at the desk name it so), and the mark that pages have changed in one transaction."""
        self.title = self.description
        with transaction.atomic():
            return super().save(*args, **kwargs)

    def generate_rendition_file(self, filter, *, source=None):
        """The file of a rendition, in memory; the temporary one is closed at once."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    @property
    def suffix(self) -> str:
        """How the name of its file ends: .jpg or .png."""
        return self.file.name[self.file.name.rfind(".") :]

    @property
    def licence_address(self) -> str:
        """Where the licence can be read, if it can."""
        return LICENCE_ADDRESSES.get(self.licence, "")

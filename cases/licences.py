"""What allows the library to show a picture."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What allows the library to show a picture."""

    PUBLIC_DOMAIN = "public-domain", _("Public domain")
    CC0 = "cc0", _("CC0 1.0")
    CC_BY_4 = "cc-by-4", _("CC BY 4.0")
    CC_BY_2 = "cc-by-2", _("CC BY 2.0")
    CC_BY_SA_4 = "cc-by-sa-4", _("CC BY-SA 4.0")
    CC_BY_SA_2 = "cc-by-sa-2", _("CC BY-SA 2.0")
    OGL_3 = "ogl-3", _("Open Government Licence v3.0")
    PERMISSION = "permission", _("With permission")


LICENCE_ADDRESSES = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY_4: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_2: "https://creativecommons.org/licenses/by/2.0/",
    Licence.CC_BY_SA_4: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_SA_2: "https://creativecommons.org/licenses/by-sa/2.0/",
    Licence.OGL_3: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
"""Where readers can read a licence."""

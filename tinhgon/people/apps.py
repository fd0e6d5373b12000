"""The Django app of dossiers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "tinhgon.people"
    label = "people"
    verbose_name = _("Hồ sơ cán bộ")

"""The Django app of the register."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    name = "tinhgon.register"
    label = "register"
    verbose_name = _("Bộ máy")

"""The Django app of users."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "tinhgon.access"
    label = "access"
    verbose_name = _("Người dùng")

"""The Django app of the record of reads and acts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "tinhgon.audit"
    label = "audit"
    verbose_name = _("Nhật ký truy cập")

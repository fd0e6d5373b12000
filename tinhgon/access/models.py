"""The users of the program, and what they are granted."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tinhgon.core.reach import CLASSES, ROLES
from tinhgon.core.rows import LINES
from tinhgon.register.models import Decision, Person, Unit
from tinhgon.temporal.constraints import Guard
from tinhgon.temporal.fields import PeriodField


class User(AbstractUser):
    """A person who logs in; has one name, written the Vietnamese way."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(max_length=120, blank=True)
    # The user's own dossier, where there is one: everybody may read what is held about himself.
    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, related_name="+")
    # Once a lost factor was taken away, a password alone opens nothing any more, whatever the user may do.
    needs_factor = models.BooleanField(default=False)

    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def get_full_name(self) -> str:
        """Give the name as written."""
        return self.name or self.username

    def get_short_name(self) -> str:
        """Give the last word of the name: the given name, as people are called."""
        return self.get_full_name().split()[-1]


class Grants(models.QuerySet["Grant"]):
    """Grants, narrowed to days."""

    def in_force(self, day: date) -> Grants:
        """Keep those that hold on a day and were not taken back."""
        return self.filter(valid__contains=day, ended_at__isnull=True)

    def ever_on(self, day: date) -> Grants:
        """Keep those that held at some time of a day, also those taken back since."""
        return self.filter(Q(ended_at__isnull=True) | Q(ended_at__date__gte=day), valid__contains=day)


class Grant(models.Model):
    """A dated right: a role in a unit, with or without those under it, up to a class of fields.

    Without a unit it holds everywhere. It is never deleted, so that who could see what on a day stays known;
    to take it back is to end it, at once.
    """

    class FieldClass(models.IntegerChoices):
        PUBLIC = 0, _("Công khai")
        INTERNAL = 1, _("Nội bộ")
        PERSONAL = 2, _("Cá nhân")
        SENSITIVE = 3, _("Nhạy cảm")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=10)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    subtree = models.BooleanField(default=True)
    line = models.CharField(max_length=11, blank=True)
    field_class = models.SmallIntegerField(choices=FieldClass.choices, default=FieldClass.INTERNAL)
    valid = PeriodField()
    reason = models.TextField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(blank=True)

    objects = Grants.as_manager()

    class Meta:
        ordering = ("user", "role", "id")
        constraints: ClassVar = [
            models.CheckConstraint(name="grant_role_exists", condition=Q(role__in=sorted(ROLES))),
            models.CheckConstraint(name="grant_class_exists", condition=Q(field_class__in=CLASSES)),
            models.CheckConstraint(name="grant_line_exists", condition=Q(line__in=["", *LINES])),
            models.CheckConstraint(name="grant_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="grant_is_not_to_oneself",
                condition=Q(granted_by__isnull=True) | ~Q(granted_by=F("user")),
            ),
            Guard(name="grant_is_only_ended", function="access_grant_is_only_ended",
                  when="BEFORE UPDATE OR DELETE"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.unit_id or '*'}"

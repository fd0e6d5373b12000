"""Code lists, filled from data files."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language


class Coded(models.Model):
    """A code with its name in two languages."""

    code = models.CharField(max_length=60, primary_key=True)
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.name_en if (get_language() or "vi").startswith("en") else self.name_vi


class UnitKind(Coded):
    """A kind of unit: ward, commune, department…"""

    level = models.PositiveSmallIntegerField(null=True)

    class Meta(Coded.Meta):
        pass


class DecisionType(Coded):
    """A type of document by which an issuer decides, with its abbreviation as the code."""

    system = models.CharField(max_length=10, choices=[("state", "state"), ("party", "party")])

    class Meta(Coded.Meta):
        pass


class PostTitle(Coded):
    """A title of a post: chair of the People's Committee, director, specialist…"""

    rank = models.CharField(max_length=10)

    class Meta(Coded.Meta):
        pass


class StaffKind(Coded):
    """A kind of staff that quotas count: cadre, civil servant, public employee, contract."""

    class Meta(Coded.Meta):
        pass


class Grade(Coded):
    """A grade of civil servants or public employees."""

    class Meta(Coded.Meta):
        pass

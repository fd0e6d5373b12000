"""The application of rule packs."""

from django.apps import AppConfig


class RulesConfig(AppConfig):
    """Rule packs and their library."""

    name = "tinhgon.rules"
    label = "rules"

"""The application of directives."""

from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    """Obligations and tasks that documents put on units and persons."""

    name = "tinhgon.directives"
    label = "directives"

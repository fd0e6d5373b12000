"""The application of findings."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """What the rules find of decisions and of the register."""

    name = "tinhgon.findings"
    label = "findings"

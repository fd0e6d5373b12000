"""The application of the lab."""

from django.apps import AppConfig


class LabConfig(AppConfig):
    """Scenarios of reorganisation, their runs, and their adoption."""

    name = "tinhgon.lab"
    label = "lab"

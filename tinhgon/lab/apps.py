"""The application of the lab."""

from django.apps import AppConfig


class LabConfig(AppConfig):
    """Scenarios of reorganisation, their runs, and their adoption."""

    name = "tinhgon.lab"
    label = "lab"

    def ready(self) -> None:
        """Let dossiers know what scenarios say of people."""
        from tinhgon.lab.personal import register_personal  # not before the models are there

        register_personal()

"""The application of directives."""

from django.apps import AppConfig


class DirectivesConfig(AppConfig):
    """Obligations and tasks that documents put on units and persons."""

    name = "tinhgon.directives"
    label = "directives"

    def ready(self) -> None:
        """Let dossiers know which obligations bear somebody's name."""
        from tinhgon.directives.personal import register_personal  # not before the models are there

        register_personal()

"""The application of mandates."""

from django.apps import AppConfig


class MandatesConfig(AppConfig):
    """Which bodies are charged with the same matter."""

    name = "tinhgon.mandates"
    label = "mandates"

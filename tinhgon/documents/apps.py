"""The application of documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The registry of documents: in, out, what cites what."""

    name = "tinhgon.documents"
    label = "documents"

"""The Django app of dated tables."""

from django.apps import AppConfig


class TemporalConfig(AppConfig):
    name = "tinhgon.temporal"
    label = "temporal"

"""Runs: work of a solver in the background, with all that is needed to do it again."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from tinhgon.lab.models.scenarios import Scenario


class Run(models.Model):
    """One run of a solver on a scenario: what went in (hashed), how far it is, what came out (hashed).

    `points` is its live chart: [seconds, best, bound] in order. `state_kept` is what it can go on from.
    """

    class Trade(models.TextChoices):
        CONSOLIDATE = "consolidate"
        PLACE = "place"
        SUCCEED = "succeed"

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        STOPPED = "stopped"  # by a person, with the best plan so far
        FAILED = "failed"  # `fault` says why

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="runs")
    trade = models.CharField(max_length=11, choices=Trade.choices)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    parameters = models.JSONField(encoder=DjangoJSONEncoder, default=dict)  # as they were
    seed = models.BigIntegerField(default=0)
    time_limit = models.PositiveIntegerField(default=300)  # seconds
    scenario_hash = models.CharField(max_length=64, blank=True)  # what it began from: no other takes its plan
    inputs_hash = models.CharField(max_length=64, blank=True)
    plan_hash = models.CharField(max_length=64, blank=True)
    versions = models.JSONField(default=dict)
    stage = models.CharField(max_length=40, blank=True)
    best = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    points = models.JSONField(default=list)
    state_kept = models.BinaryField(null=True)
    outcome = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    fault = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    stop_asked = models.BooleanField(default=False)
    queued_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)  # the last sign of life
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-queued_at",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="run_one_at_a_time",
                fields=["scenario", "trade"],
                condition=Q(state__in=["waiting", "running"]),
            ),
            models.CheckConstraint(
                name="run_trade_exists", condition=Q(trade__in=["consolidate", "place", "succeed"])
            ),
            models.CheckConstraint(
                name="run_ended_when_over",
                condition=Q(state__in=["waiting", "running"], ended_at__isnull=True)
                | Q(state__in=["done", "stopped", "failed"], ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trade} {self.scenario_id} {self.state}"

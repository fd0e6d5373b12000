"""The rules of the law as pure functions, a module a topic; their numbers stand in rule packs.

A function's name is the second part of its rule's id: `units.merged_size` is `merged_size` in `units`.
"""

from __future__ import annotations

from types import ModuleType

from tinhgon.core.rules import (
    apparatus,
    appointment,
    awards,
    bases,
    classification,
    confidence,
    congress,
    discipline,
    evaluation,
    hamlets,
    members,
    numbering,
    planning,
    retirement,
    rotation,
    severance,
    training,
    units,
)

# One line a topic, in the order in which the library shows them.
TOPICS: dict[str, ModuleType] = {
    "units": units,
    "classification": classification,
    "hamlets": hamlets,
    "apparatus": apparatus,
    "retirement": retirement,
    "appointment": appointment,
    "planning": planning,
    "rotation": rotation,
    "discipline": discipline,
    "training": training,
    "evaluation": evaluation,
    "confidence": confidence,
    "severance": severance,
    "bases": bases,
    "members": members,
    "congress": congress,
    "awards": awards,
    "numbering": numbering,
}

"""What of each table that names a person is told to that person, and what is not, with the reason.

A test demands a word for every field of every such table: what is held can be asked for.
"""

from __future__ import annotations

from collections.abc import Mapping

TOLD: Mapping[str, frozenset[str]] = {
    label: frozenset(fields.split())
    for label, fields in {
        "register.Person": "id name sex born born_precision home illustrative opened_at erased_at",
        "people.Entry": "id section since since_precision until until_precision data sealed recorded_at",
        "people.Attachment": "id entry media_type size added_at",
        "people.Amendment": "act section entry fields sealed at by due_on synchronised_at",
        "people.Proposal": "campaign section entry sealed state answer proposed_at decided_at decided_by",
        "people.LegalHold": "reason decision set_at lifted_at",
        "people.ErasureRequest": "reason basis state requested_at decided_at",
        "people.SubjectRequest": (
            "kind received_on acknowledge_by due_on acknowledged_on extended_why done_on answer"
        ),
        "register.Appointment": "post how share term_until valid decision",
        "register.AppointmentPast": "post how share term_until valid decision recorded",
        "register.Grading": "grade step coefficient valid decision",
        "register.GradingPast": "grade step coefficient valid decision recorded",
        "register.DecisionFinding": "decision rule severity told reason basis",
        "lab.Placing": "scenario post leaves pinned",
        "lab.Succeeding": "scenario post seat vacant_on because place takes months_left",
        "directives.Obligation": (
            "directive kind matter assigner unit assigned_on due_on every figure measure reached done_on"
        ),
        "access.User": "username name email is_active date_joined last_login",
        "access.Grant": "role unit subtree line field_class valid reason granted_at ended_at ended_why",
        "audit.Event": "at act actor_name purpose what classes",
    }.items()
}
_ROW = "the row's own key or owner; says nothing of the person"
_MADE = "made of the name, to sort and search"
_LATER = "told with what it replaced"
_OFFICE = "the office answers for it"
UNTOLD: Mapping[str, Mapping[str, str]] = {
    "register.Person": {"name_key": _MADE, "name_folded": _MADE, "revision": _ROW,
                        "number_index": "a keyed digest of the identity number, which is told itself"},
    "people.Entry": {"person": _ROW, "field_class": "declared for the section", "revision": _ROW,
                     "recorded_by": "the amendment says who"},
    "people.Attachment": {"person": _ROW, "sealed": "the file itself is downloaded from the dossier",
                          "added_by": "the amendment says who"},
    "people.Amendment": {"id": _ROW, "person": _ROW},
    "people.Proposal": {"id": _ROW, "person": _ROW, "revision": _ROW},
    "people.LegalHold": {"id": _ROW, "person": _ROW, "set_by": _OFFICE,
                         "lifted_by": _OFFICE},
    "people.ErasureRequest": {"id": _ROW, "person": _ROW, "requested_by": _OFFICE,
                              "decided_by": _OFFICE},
    "people.SubjectRequest": {"id": _ROW, "person": _ROW, "recorded_by": _OFFICE},
    "register.Appointment": {"id": _ROW, "person": _ROW, "recorded_from": _LATER},
    "register.AppointmentPast": {"past_id": _ROW, "person": _ROW},
    "register.Grading": {"id": _ROW, "person": _ROW, "recorded_from": _LATER},
    "register.GradingPast": {"past_id": _ROW, "person": _ROW},
    "register.DecisionFinding": {"id": _ROW, "place": _ROW, "person": _ROW, "unit": "a finding is about one",
                                 "post": "a finding is about one", "says": "the sentence is told",
                                 "cited": "the sentence is told", "answered_by": _OFFICE},
    "lab.Placing": {"id": _ROW, "person": _ROW,
                    "why": "weighs posts that others get in a plan that nobody has decided"},
    "lab.Succeeding": {"id": _ROW, "person": _ROW, "holder": "another person",
                       "trainings": "what the scenario assumes for the post, less those in the file",
                       "kept_away": "counts others"},
    "directives.Obligation": {"id": _ROW, "person": _ROW, "parent": _ROW, "follows": _ROW, "revision": _ROW,
                              "state": "the day it was done is told",
                              "gathers": _ROW, "start": "a place in the directive", "place": "the same",
                              "end": "the same", "due_words": "the day is told", "first_due_on": "the same",
                              "weight": "weighs tasks, not people", "bound": "the figure is told",
                              "answer": "a document of the unit", "added_by": _OFFICE,
                              "added_at": "the day it was given is told"},
    "access.User": {"id": _ROW, "person": _ROW, "password": "a digest that logs in; telling it would harm",
                    "is_superuser": "a right of the office, no fact of the person",
                    "needs_factor": "how the office guards the account",
                    "is_staff": "unused"},
    "access.Grant": {"id": _ROW, "user": _ROW, "decision": "the reason says why",
                     "granted_by": _OFFICE, "ended_by": _OFFICE},
    "audit.Event": {"id": _ROW, "era": _ROW, "transaction": _ROW, "subject": _ROW,
                    "actor": "the name is told",
                    "unit": "the person's own", "note": "what a reader wrote for the auditor",
                    "route": "a name of a page", "address": "the reader's, not the person's", "count": _ROW},
}  # fmt: skip

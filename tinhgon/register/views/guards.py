"""Who may open which page."""

from django.contrib.auth.decorators import permission_required

readers_only = permission_required(["register.view_unit", "register.view_decision"], raise_exception=True)
drafters_only = permission_required(
    ["register.view_decision", "register.draft_decision"], raise_exception=True
)
signers_only = permission_required(["register.view_decision", "register.sign_decision"], raise_exception=True)

"""Who may open which page."""

from django.contrib.auth.decorators import permission_required

readers_only = permission_required(["register.view_unit", "register.view_decision"], raise_exception=True)

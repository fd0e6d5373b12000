"""Rule packs: YAML files of figures, rules and documents, read into one book."""

from tinhgon.rules.packs.building import build
from tinhgon.rules.packs.reading import read

__all__ = ["build", "read"]

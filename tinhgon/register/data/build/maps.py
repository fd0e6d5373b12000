"""The outlines of the communes before and after, made small: code, name, coordinates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

DECIMALS = 5  # about one metre; the outlines themselves are no better than 100 m


def build(source: Path, target: Path) -> None:
    """Write both maps."""
    for name in ("before", "after"):
        collection = json.loads((source / f"cantho_{name}.geojson").read_text(encoding="utf-8"))
        features = [_feature(feature) for feature in collection["features"]]
        compact = {"type": "FeatureCollection", "features": features}
        text = json.dumps(compact, ensure_ascii=False, separators=(",", ":"))
        (target / f"map_{name}.geojson").write_text(text + "\n", encoding="utf-8")


def _feature(feature: dict[str, Any]) -> dict[str, Any]:
    shape = feature["geometry"]
    return {
        "type": "Feature",
        "properties": {key: feature["properties"][key] for key in ("code", "name")},
        "geometry": {"type": shape["type"], "coordinates": _rounded(shape["coordinates"])},
    }


def _rounded(value: Any) -> Any:
    return [_rounded(item) for item in value] if isinstance(value, list) else round(value, DECIMALS)

"""Two ways to set a tone mark: “uỷ, hoà” and “ủy, hòa” are the same words."""

from __future__ import annotations

import re

_OLD = {"oa": "oà oá oả oã oạ", "oe": "oè oé oẻ oẽ oẹ", "uy": "uỳ uý uỷ uỹ uỵ"}
_NEW = {"oa": "òa óa ỏa õa ọa", "oe": "òe óe ỏe õe ọe", "uy": "ùy úy ủy ũy ụy"}
_PAIRS = {
    cased(old): cased(new)
    for vowels in _OLD
    for old, new in zip(_OLD[vowels].split(), _NEW[vowels].split(), strict=True)
    for cased in (str.lower, str.upper, str.capitalize)
}
# Only at the end of a syllable (“hoàn” is written so in both ways), and never after q (“quý”).
_SHIFTED = re.compile(rf"(?<![qQ])(?:{'|'.join(_PAIRS)})(?![^\W\d_])")


def modern(text: str) -> str:
    """Set tone marks in the modern way (uỷ → ủy); as many letters as before, if the text is composed."""
    return _SHIFTED.sub(lambda found: _PAIRS[found.group()], text)

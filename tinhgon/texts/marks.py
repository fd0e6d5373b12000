"""Two ways to set a tone mark: “uỷ, hoà” and “ủy, hòa” are the same words."""

from __future__ import annotations

import re
import unicodedata

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


def _toned(vowel: str) -> str:
    return (
        unicodedata.normalize("NFC", "".join(vowel + tone for tone in "\u0300\u0301\u0309\u0303\u0323"))
        + vowel
    )


_VOWELS = "aăâeêioôơuưy"
LOWER = "a-zđ" + "".join(c for v in _VOWELS for c in _toned(v))  # inside a class of a regular expression
UPPER = LOWER.upper()


def modern(text: str) -> str:
    """Set tone marks in the modern way (uỷ → ủy); as many letters as before, if the text is composed."""
    return _SHIFTED.sub(lambda found: _PAIRS[found.group()], text)

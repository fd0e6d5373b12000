"""Numbers of documents: 157/KH-UBND, 221-KL/TW, 80/2025/QH15, 4169/UBND-VX."""

from tinhgon.texts.numbers.finding import find, read
from tinhgon.texts.numbers.symbols import is_issuer, issuer_of

__all__ = ["find", "is_issuer", "issuer_of", "read"]

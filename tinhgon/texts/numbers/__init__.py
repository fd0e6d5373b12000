"""Numbers of documents: 157/KH-UBND, 221-KL/TW, 80/2025/QH15, 4169/UBND-VX."""

from tinhgon.texts.numbers.finding import find, read
from tinhgon.texts.numbers.symbols import issuer_of

__all__ = ["find", "issuer_of", "read"]

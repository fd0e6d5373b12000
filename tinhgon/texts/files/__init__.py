"""Opens files: text, Word documents, PDF with text; says plainly why one will not do."""

from tinhgon.texts.files.opening import Opened, open_file

__all__ = ["Opened", "open_file"]

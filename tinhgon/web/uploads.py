"""A limit for what is sent as a file, which Django itself takes at any size."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from tinhgon.core.documents import LARGEST

MOST = 2 * LARGEST  # what is only a little too large reaches its page, which says so by name


class LimitedUpload(FileUploadHandler):
    """Stands before the handlers that keep files; keeps none itself."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *more: Any) -> None:  # noqa: N803
        """Refuse before anything is read.

        :raises RequestDataTooBig: the body is larger than any file of ours.
        """
        if content_length > MOST:
            raise RequestDataTooBig(f"{content_length} bytes were sent as a file")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand it on."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""

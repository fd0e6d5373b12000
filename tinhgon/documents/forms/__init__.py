"""Forms of documents: the head, what is mended of a finding, files, filters."""

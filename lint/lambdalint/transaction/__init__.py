"""Writing several files as one: all of them changed or none, whatever happens on the way."""

from __future__ import annotations

PREFIX = ".lambdalint-"  # of the names of everything that is there only while files are written; never analysed
FOLDER = f"{PREFIX}fix"  # what keeps the journal, in the project or above it

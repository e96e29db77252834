"""Go modules that do nothing without cgo.

Source: the modules' own documentation. Checked on 2026-11-20.
"""

from __future__ import annotations

CGO_MODULES: tuple[str, ...] = (
    "C",
    "github.com/confluentinc/confluent-kafka-go",
    "github.com/davidbyttow/govips",
    "github.com/duckdb/duckdb-go",
    "github.com/go-gl/gl",
    "github.com/godror/godror",
    "github.com/h2non/bimg",
    "github.com/ibm-messaging/mq-golang",
    "github.com/linxGnu/grocksdb",
    "github.com/marcboeker/go-duckdb",
    "github.com/mattn/go-oci8",
    "github.com/mattn/go-sqlite3",
    "github.com/otiai10/gosseract",
    "github.com/strukturag/libheif",
    "gocv.io/x/gocv",
    "gopkg.in/gographics/imagick.v2",
    "gopkg.in/gographics/imagick.v3",
    "gorm.io/driver/sqlite",
)
"""Import paths, and beginnings of import paths before a `/`."""


def needs_cgo(imports: frozenset[str]) -> bool:
    """True when one of the imports is of a package that needs cgo."""
    return any(path == module or path.startswith(f"{module}/") for path in imports for module in CGO_MODULES)

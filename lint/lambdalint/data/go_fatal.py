"""Functions that end the process, and functions that panic. A new logger is a line here.

Source: godoc of each package, read 2026-11.
"""

from __future__ import annotations

from collections.abc import Mapping

_PRINTS = ("Fatal", "Fatalf", "Fatalln")
EXITS: Mapping[str, tuple[str, ...]] = {
    "os": ("Exit",),
    "syscall": ("Exit",),
    "log": _PRINTS,
    "go.uber.org/zap": (*_PRINTS, "Fatalw"),
    "github.com/sirupsen/logrus": (*_PRINTS, "Exit"),
    "github.com/rs/zerolog": ("Fatal",),
    "github.com/rs/zerolog/log": ("Fatal",),
    "github.com/apex/log": ("Fatal", "Fatalf"),
    "github.com/charmbracelet/log": ("Fatal", "Fatalf"),
    "github.com/golang/glog": (*_PRINTS, "Exit", "Exitf", "Exitln"),
    "k8s.io/klog/v2": (*_PRINTS, "Exit", "Exitf", "Exitln"),
}
_RAISES = ("Panic", "Panicf", "Panicln")
PANICS: Mapping[str, tuple[str, ...]] = {
    "builtin": ("panic",),
    "log": _RAISES,
    "go.uber.org/zap": (*_RAISES, "Panicw"),
    "github.com/sirupsen/logrus": _RAISES,
    "github.com/rs/zerolog": ("Panic",),
    "github.com/rs/zerolog/log": ("Panic",),
}

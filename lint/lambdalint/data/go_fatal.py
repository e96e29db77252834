"""Functions that end the process, functions that panic, and functions whose error is always nil.

Source: godoc of each package, read 2026-11.

Checked by `python -m lambdalint.dev data go_fatal` against 16 Go modules (`modules`). Read 2026-11-21.
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
    "github.com/spf13/cobra": ("CheckErr",),
    "github.com/gofiber/fiber/v2/log": ("Fatal", "Fatalf", "Fatalw"),
    "github.com/gofiber/fiber/v3/log": ("Fatal", "Fatalf", "Fatalw"),
    "github.com/golang/glog": (*_PRINTS, "Exit", "Exitf", "Exitln"),
    "github.com/labstack/echo/v4": ("Fatal", "Fatalf", "Fatalj"),
    "github.com/labstack/gommon/log": ("Fatal", "Fatalf", "Fatalj"),
    "k8s.io/klog": (*_PRINTS, "Exit", "Exitf", "Exitln"),
    "k8s.io/klog/v2": (*_PRINTS, "Exit", "Exitf", "Exitln"),
    "github.com/m-mizutani/zlog": ("Fatal",),
    "github.com/op/go-logging": ("Fatal", "Fatalf"),
}
_RAISES = ("Panic", "Panicf", "Panicln")
PANICS: Mapping[str, tuple[str, ...]] = {
    "builtin": ("panic",),
    "log": _RAISES,
    "go.uber.org/zap": (*_RAISES, "Panicw"),
    "github.com/sirupsen/logrus": _RAISES,
    "github.com/rs/zerolog": ("Panic",),
    "github.com/rs/zerolog/log": ("Panic",),
    "github.com/gofiber/fiber/v2/log": ("Panic", "Panicf", "Panicw"),
    "github.com/gofiber/fiber/v3/log": ("Panic", "Panicf", "Panicw"),
    "github.com/labstack/echo/v4": ("Panic", "Panicf", "Panicj"),
    "github.com/labstack/gommon/log": ("Panic", "Panicf", "Panicj"),
    "github.com/op/go-logging": ("Panic", "Panicf"),
}

# (package, receiver, function): the error is there for an interface's sake, and documented to be nil.
CANNOT_FAIL = frozenset(
    {
        ("crypto/rand", "", "Read"),
        ("hash", "Hash", "Write"),
        ("bytes", "Buffer", "Write"),
        ("bytes", "Buffer", "WriteString"),
        ("strings", "Builder", "Write"),
        ("strings", "Builder", "WriteString"),
    }
)

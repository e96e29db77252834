"""Functions that end the process, functions that panic, and functions whose error is always nil.

Source: godoc of each package, read 2026-11.

Checked by `python -m lambdalint.dev data go_fatal` against apex/log 1.9.0, charmbracelet/log 1.0.0, golang/glog
1.2.5, m-mizutani/zlog 0.3.2, op/go-logging 0.0.0-20160315200505-970db520ece7, rs/zerolog 1.35.1, sirupsen/logrus
1.10.2, go.uber.org/zap 1.28.0, golang.org/toolchain 0.0.1-go1.25.4.linux-amd64, k8s.io/klog 1.0.0, k8s.io/klog/v2
2.140.0. Read 2026-11-20.
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

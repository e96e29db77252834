#!/usr/bin/env bash
set -euo pipefail
for name in place cancel; do
  GOOS=linux go build -trimpath \
    -o "bin/$name" "./functions/$name"
done

#!/bin/sh
set -e
make build
chmod +x bin/place
zip -j out/place.zip bin/place

#!/bin/bash
set -e
mkdir -p build
for folder in cmd/*; do
  name=${folder##*/}
  GOOS=linux go build -o "build/$name" "./$folder"
  (cd build && zip "$name.zip" "$name" && rm "$name")
done

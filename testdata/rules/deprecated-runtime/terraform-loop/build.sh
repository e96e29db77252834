#!/bin/sh
for name in place cancel; do
  GOOS=linux go build -o "bin/$name" "./$name"
  zip -j "$name.zip" "bin/$name"
done

#!/bin/sh
# the loop also builds a function that has moved already
for name in place cancel; do
  GOOS=linux go build -o "bin/$name" "./$name"
  zip -j "$name.zip" "bin/$name"
done

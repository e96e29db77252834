#!/bin/sh
for name in place cancel; do
  GOOS=linux GOARCH=amd64 go build -o "bin/$name/bootstrap" "./$name"
  zip -j "$name.zip" "bin/$name/bootstrap"
done

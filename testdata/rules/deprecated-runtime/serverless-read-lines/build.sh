#!/usr/bin/env bash
find cmd -mindepth 1 -maxdepth 1 -type d | while read -r folder; do
  name="$(basename "$folder")"
  GOOS=linux go build -o "bin/$name" "./$folder"
done

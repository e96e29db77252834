#!/bin/bash
for dir in cmd/*; do
  cd "$dir"
  GOOS=linux go build -o bootstrap .
  zip "${dir##*/}.zip" bootstrap
  mv "${dir##*/}.zip" ../../deploy/
  cd ../..
done

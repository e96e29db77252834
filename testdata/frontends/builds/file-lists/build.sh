#!/bin/bash
cd "$(dirname "$0")"
for f in $(find functions/orders functions/refunds -name main.go | sed 's|/main.go$||; s|^functions/||' | uniq); do
  go build -o sed/$f ./functions/$f
done
for dir in `ls -d functions/*/`; do
  go build -o "$dir/bootstrap" "./$dir"
done
for dir in $(find functions -type d -maxdepth 1 -mindepth 1 | awk -F/ '{print $NF}' | cut -f1 -d.); do
  go build -o "awk/$dir" "./functions/$dir"
done
for dir in $(find functions -newer go.mod); do
  go build -o "newer/$dir" "./$dir"
done
for dir in $( (ls functions) ; (ls functions) ); do
  go build -o "two/$dir" "./functions/$dir"
done

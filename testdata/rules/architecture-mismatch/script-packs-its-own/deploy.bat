@echo off
set GOOS=linux
set GOARCH=amd64
set CGO_ENABLED=0
go build -tags lambda.norpc -ldflags="-s -w" -o bootstrap .
python -m zipfile -c function.zip bootstrap
aws lambda create-function --function-name parcels ^
  --runtime provided.al2023 --handler bootstrap --architectures x86_64 ^
  --role %ROLE% --zip-file fileb://function.zip

go build -o api ./cmd/api

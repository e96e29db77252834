go build

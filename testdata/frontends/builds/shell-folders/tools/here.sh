go build -o tool .

go build -o x ./nowhere

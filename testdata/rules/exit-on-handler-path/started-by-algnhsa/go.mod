module example.com/x

go 1.24

require github.com/akrylysov/algnhsa v1.1.0

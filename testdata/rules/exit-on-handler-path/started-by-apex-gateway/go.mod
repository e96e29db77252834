module example.com/x

go 1.24

require github.com/apex/gateway v1.1.2

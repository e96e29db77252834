module example.com/x

go 1.24

require github.com/m-mizutani/golambda v1.1.3

module example.com/x

go 1.24

require github.com/fujiwara/ridge v0.13.1

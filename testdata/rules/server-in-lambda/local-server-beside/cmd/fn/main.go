package main

import "example.com/x/app"

func main() {
	app.New().Start()
}

package main

import (
	"context"
	"log"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID, Value string }

func handle(ctx context.Context, o order) error {
	for _, variable := range os.Environ() {
		log.Println(variable) // want: ^the whole environment, with the role's credentials, is logged$
	}
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		log.Println(name)
	}
	for _, variable := range os.Environ() {
		if strings.HasPrefix(variable, "SHOP_") {
			log.Println(variable)
		}
	}
	all := os.Environ()
	log.Println(len(all), all[0])
	log.Print(strings.Join(all, "\n")) // want: ^the whole environment
	for i := range all {
		log.Printf("%d %s", i, all[i]) // want: ^the whole environment
	}
	for _, variable := range all {
		log.Print("have ", variable) // want: ^the whole environment
	}
	own := os.Environ()
	own = own[:0]
	log.Print(own)
	log.Println("order", o.ID, o.Value)
	return nil
}

func main() {
	lambda.Start(handle)
}

package main

import (
	"context"
	"fmt"
	"os"

	"example.com/x/internal/tables"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "help" {
		fmt.Println("tool counts tables")
		return
	}
	count, err := tables.Count(context.Background())
	fmt.Println(count, err)
}

// Command tool prints a count.
package main

import (
	"context"
	"fmt"
	"os"

	"example.com/x/store"
)

func main() {
	fmt.Println(store.Count(context.Background(), os.Args[1]))
}

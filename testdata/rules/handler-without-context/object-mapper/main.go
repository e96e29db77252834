package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"gorm.io/gorm"

	"example.com/harbour/berths"
)

type departure struct {
	Berth int64 `json:"berth"`
}

type harbour struct {
	berths *berths.Repository
}

func (h *harbour) leave(d departure) error { // want: ^\(harbour\).leave takes no context.Context, but gorm.DB.Update is called on its path$
	return h.berths.Free(d.Berth)
}

func main() {
	db, err := gorm.Open(nil)
	if err != nil {
		panic(err)
	}
	h := &harbour{berths: &berths.Repository{DB: db}}
	lambda.Start(h.leave)
}

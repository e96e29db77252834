package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"gorm.io/gorm"
)

type horse struct {
	Name string `json:"name"`
	Age  int    `json:"age"`
}

type stable struct{ db *gorm.DB }

func (s *stable) handle(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		var h horse
		if err := json.Unmarshal([]byte(m.Body), &h); err != nil {
			return fmt.Errorf("horse: %w", err)
		}
		if err := s.db.WithContext(ctx).Create(&h).Error; err != nil {
			log.Println("not stored", h.Name, err) // want: record's error ends here
			continue
		}
		found := s.db.Where("name = ?", h.Name).Updates(h)
		if found.Error != nil {
			log.Println("not changed", h.Name, found.Error) // want: record's error ends here
			continue
		}
		if err := s.db.Save(&h).Error; err != nil {
			return fmt.Errorf("save: %w", err)
		}
	}
	return nil
}

func main() {
	lambda.Start((&stable{db: &gorm.DB{}}).handle)
}

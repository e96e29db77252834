package settings

import "github.com/caarlos0/env/v11"

// Lending is what lending needs.
type Lending struct {
	Table string `env:"LOANS_TABLE,required"`
	Topic string `env:"REMINDER_TOPIC,required"` // want: REMINDER_TOPIC is needed here, but lend doesn't set it
	Days  int    `env:"LOAN_DAYS" envDefault:"28"`
}

// Parse returns what the environment says, of any kind.
func Parse[T any]() T {
	return env.Must(env.ParseAs[T]())
}

// Fill does the same for what there is already.
func Fill(settings any) error {
	return env.Parse(settings)
}

package errors

type Fault struct{}

func New(message string) error { return nil }

func Errorf(message string) error { return nil }

func Wrap(err error, message string, more ...string) error { return nil }

func WithMessage(err error, message string) *Fault { return nil }

package jobs

// Run works on one job.
func Run(name string, retries int, force bool) error { // want: handler takes 3
	return nil
}

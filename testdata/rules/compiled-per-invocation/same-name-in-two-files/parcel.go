package main

import "regexp"

func isParcel(text string) bool {
	re := regexp.MustCompile(`^parcel-\d+$`) // want: ^regexp.MustCompile of a constant runs at each invocation$
	return re.MatchString(text)
}

package main

import (
	"context"
	"regexp"
	"sort"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, lines []string) ([]string, error) {
	comment := regexp.MustCompile(`^\s*#`) // want: regexp.MustCompile of a constant
	kept := []string{}
	for _, line := range lines {
		if !comment.MatchString(line) {
			kept = append(kept, line)
		}
	}
	sort.Slice(kept, func(i, j int) bool { return len(kept[i]) < len(kept[j]) })
	return words(kept, " "), ctx.Err()
}

func words(lines []string, gap string) []string {
	found := []string{}
	each(lines, func(line string) {
		gap := regexp.MustCompile(`\s+`) // want: regexp.MustCompile of a constant
		found = append(found, gap.Split(line, -1)...)
	})
	if word := strings.Join(found, gap); word != "" {
		word := regexp.MustCompile(`\w+`) // want: regexp.MustCompile of a constant
		return word.FindAllString(strings.Join(found, gap), -1)
	}
	return found
}

func each(lines []string, do func(string)) {
	for _, line := range lines {
		do(line)
	}
}

func main() {
	lambda.Start(handle)
}

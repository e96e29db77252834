# lambdalint:ingore[LL101] -- # want: `ingore` is no directive; did you mean `ignore`
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # lambdalint:ignore LL102 -- # want: rules belong in brackets
  tags = {}     # lambdalint:ignore[LL102 -- # want: the bracket is not closed
}

# lambdalint:ignore[] -- # want: the brackets name no rule
resource "aws_sns_topic" "news" {
  name = "news" # lambdalint:ignore[LL102] for now # want: only .until=
}
# lambdalint:ignore-end -- # want: there is no `ignore-start` for it

resource "aws_sqs_queue" "jobs" {
  # lambdalint:ignore[unknown-suppression] -- # want: suppression of unknown-suppression suppresses nothing
  name = "jobs"
  tags = {} # lambdalint:ignore[LL003] -- # want: suppression of LL003 suppresses nothing
}

# lambdalint:ignore[no-such-rule] -- # want unknown-suppression: there is no rule no-such-rule
resource "aws_sns_topic" "news" {
  name = "news"
}

# lambdalint:ignore[LL101]
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # lambdalint:ignore[LL102] --
}

# lambdalint:ignore-start[LL3] until=2030-01-01
resource "aws_sns_topic" "news" {
  name = "news"
}
# lambdalint:ignore-end

# lambdalint:ignore[LL101] until=2030-01-01 -- the partner moves in winter
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # lambdalint:ignore -- see the runbook
}

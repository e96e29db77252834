# lambdalint:ignore[LL101] until=2026-11-20 -- today still counts
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # lambdalint:ignore[LL102] -- for good
}

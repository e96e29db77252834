# lambdalint:ignore[LL101]
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # lambdalint:ignore
}

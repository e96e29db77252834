# lambdalint:ignore[syntax-error, ll003, LL1, ALL]
resource "aws_sqs_queue" "jobs" {
  name = "# lambdalint:ignore[LL999]"
}

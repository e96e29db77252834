# lambdalint:ignore-file[LL003] -- names of rules to come
# lambdalint:ignore[rule-to-come]
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

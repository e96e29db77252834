# lambdalint:ignore[LL101] until=2026-11-19 -- # want: suppression expired on 2026-11-19
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # lambdalint:ignore until=2026-02-30 -- # want: `until=2026-02-30` is no date
  tags = {}     # lambdalint:ignore[LL102] until=soon -- # want: `until=soon` is no date .*, so the suppression counts
}

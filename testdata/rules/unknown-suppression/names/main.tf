# lambdalint:ignore[unknwn-suppression] -- # want: there is no rule unknwn-suppression; did you mean unknown-suppression
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # lambdalint:ignore[LL004, LL999] -- # want: there is no rule LL999$
  tags = {}     # lambdalint:ignore[sintax-eror] -- # want: there is no rule sintax-eror$
}

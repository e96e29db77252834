/* lambdalint:ignore[LL101] */
resource "aws_sqs_queue" "jobs" {
  name        = "jobs" # tflint-ignore: all # lambdalint:ignore [LL102, LL2] until=2030-01-01 -- why not
  description = "# lambdalint:ignore["
  policy      = <<-EOT
    # lambdalint:ingore
  EOT
}

# Write lambdalint:ignore[CODE] above a block to suppress what is found in it.
resource "aws_sns_topic" "news" {
  name = "news"
}

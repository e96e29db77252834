resource "aws_lambda_permission" "bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "thumbnails"
  principal     = "s3.amazon.com" # want: s3.amazon.com in bucket is no service principal, s3.amazonaws.com is
  source_arn    = "arn:aws:s3:::pictures"
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "thumbnails"
  principal     = "sns.aws.com" # want: sns.aws.com in topic is no service principal, sns.amazonaws.com is
  source_arn    = "arn:aws:sns:eu-west-1:123456789012:pictures"
}

resource "aws_lambda_permission" "voice" {
  action             = "lambda:InvokeFunction"
  function_name      = "thumbnails"
  principal          = "alexa-appkit.amazon.com"
  event_source_token = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
}

module "worker" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name          = "receipt-worker"
  create_package         = false
  local_existing_package = "${path.module}/dist/worker.zip"
  runtime                = "provided.al2"
  handler                = "worker"
  memory_size            = 256
  timeout                = 60

  environment_variables = {
    RECEIPTS_TABLE = "receipts"
    PRINTER_TOKEN  = "tR7!vq2#Lm9$Zx4w"
    LEGACY_PRINTER = "lp0"
    AWS_REGION     = "eu-west-1"
  }

  attach_policy_statements = true
  policy_statements = {
    receipts = {
      effect    = "Allow"
      actions   = ["s3:*"]
      resources = ["*"]
    }
  }

  event_source_mapping = {
    receipts = {
      event_source_arn = aws_sqs_queue.receipts.arn
      batch_size       = 10
    }
  }

  create_current_version_allowed_triggers = false
  allowed_triggers = {
    receipts = {
      principal = "sns.amazonaws.com"
    }
  }
}

resource "aws_sqs_queue" "receipts" {
  name                       = "receipts"
  visibility_timeout_seconds = 30
}

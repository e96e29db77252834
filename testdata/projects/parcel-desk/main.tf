variable "name" {
  default = "parcel-desk"
}

resource "aws_dynamodb_table" "parcels" {
  name         = "${var.name}-parcels"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_s3_bucket" "scans" {
  bucket = "${var.name}-scans"
}

resource "aws_sqs_queue" "news" {
  name = "${var.name}-news"
}

resource "aws_iam_role" "desk" {
  name = "${var.name}-role"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "desk" {
  name = "${var.name}-policy"
  role = aws_iam_role.desk.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["dynamodb:PutItem"]
        Resource = aws_dynamodb_table.parcels.arn
      },
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.news.arn
      },
    ]
  })
}

resource "aws_lambda_function" "booking" {
  function_name = "${var.name}-booking"
  role          = aws_iam_role.desk.arn
  filename      = "booking.zip"
  handler       = "main"
  runtime       = "go1.x"
  timeout       = 45

  environment {
    variables = {
      DESK_TASK  = "booking"
      TABLE_NAME = aws_dynamodb_table.parcels.name
      NEWS_QUEUE = aws_sqs_queue.news.url
    }
  }
}

resource "aws_lambda_function" "labels" {
  function_name = "${var.name}-labels"
  role          = aws_iam_role.desk.arn
  filename      = "labels.zip"
  handler       = "main"
  runtime       = "go1.x"

  environment {
    variables = {
      DESK_TASK = "label"
    }
  }
}

resource "aws_lambda_function" "news" {
  function_name = "${var.name}-news"
  role          = aws_iam_role.desk.arn
  filename      = "news.zip"
  handler       = "main"
  runtime       = "go1.x"
  timeout       = 40

  environment {
    variables = {
      DESK_TASK = "news"
    }
  }
}

resource "aws_s3_bucket_notification" "scans" {
  bucket = aws_s3_bucket.scans.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.labels.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

resource "aws_lambda_permission" "scans" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.labels.function_name
  principal     = "s3.amazonaws.com"
}

resource "aws_lambda_event_source_mapping" "news" {
  event_source_arn                   = aws_sqs_queue.news.arn
  function_name                      = aws_lambda_function.news.arn
  batch_size                         = 10
  maximum_batching_window_in_seconds = 5
}

resource "aws_api_gateway_rest_api" "desk" {
  name = var.name
}

resource "aws_api_gateway_resource" "parcels" {
  rest_api_id = aws_api_gateway_rest_api.desk.id
  parent_id   = aws_api_gateway_rest_api.desk.root_resource_id
  path_part   = "parcels"
}

resource "aws_api_gateway_method" "book" {
  rest_api_id   = aws_api_gateway_rest_api.desk.id
  resource_id   = aws_api_gateway_resource.parcels.id
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "book" {
  rest_api_id             = aws_api_gateway_rest_api.desk.id
  resource_id             = aws_api_gateway_resource.parcels.id
  http_method             = aws_api_gateway_method.book.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = aws_lambda_function.booking.invoke_arn
}

resource "aws_lambda_permission" "desk" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.booking.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.desk.execution_arn}/*/*"
}

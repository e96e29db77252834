resource "aws_lambda_function" "bills" {
  function_name = "bills"
  role          = aws_iam_role.bills.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "bills.zip"
}

resource "aws_iam_role" "bills" {
  name               = "bills"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "bills" {
  role       = aws_iam_role.bills.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # want: AdministratorAccess allows bills everything
}

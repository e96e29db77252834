variable "role_arn" {
  type = string
}

variable "services" {
  type = map(string)
}

resource "aws_ecr_repository" "services" {
  for_each = var.services
  name     = each.key
}

resource "aws_lambda_function" "services" {
  for_each      = var.services
  function_name = each.key
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.services[each.key].repository_url}:${each.value}"
}

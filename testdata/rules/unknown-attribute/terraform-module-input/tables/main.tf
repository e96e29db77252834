variable "name" {
  type    = string
  default = "orders"
}

resource "aws_dynamodb_table" "this" {
  name     = var.name
  hash_key = "id"
}

variable "name" {
  type = string
}

variable "package" {
  type = string
}

variable "runtime" {
  type = string
}

variable "handler" {
  type = string
}

variable "timeout" {
  type    = number
  default = 3
}

variable "environment" {
  type    = map(string)
  default = {}
}

variable "queue" {
  type = object({
    name               = string
    visibility_timeout = number
  })
}

terraform {
  source = "../../../modules//orders"
}

dependency "role" {
  config_path = "../role"
}

inputs = {
  pause    = 60 # want: hides messages for 60 s, orders.orders may run for 30 s, so 180 s leave room for retries
  role_arn = dependency.role.outputs.arn
}

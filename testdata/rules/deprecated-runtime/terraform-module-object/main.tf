module "place" {
  source = "./function"

  settings = {
    name   = "place"
    folder = "./place"
  }
}

module "cancel" {
  source = "./function"

  settings = {
    name   = "cancel"
    folder = "./cancel"
  }
}

module "first" {
  source    = "./fn"
  name      = "invoice-worker"
  variables = { INVOICE_TABLE = "invoices" }
}

module "second" {
  source    = "./fn"
  name      = "ledger-worker"
  variables = {}
}

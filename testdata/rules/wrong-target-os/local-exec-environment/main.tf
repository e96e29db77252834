resource "terraform_data" "pack" {
  provisioner "local-exec" {
    command = "go build -o dist/bootstrap . && zip -j dist/place.zip dist/bootstrap"

    environment = {
      GOOS        = "darwin" # want: darwin
      CGO_ENABLED = "0"
    }
  }
}

resource "aws_lambda_function" "place" {
  function_name    = "place"
  role             = "arn:aws:iam::111122223333:role/place"
  filename         = "dist/place.zip"
  source_code_hash = filebase64sha256("dist/place.zip")
  handler          = "bootstrap"
  runtime          = "provided.al2023"
}

build() {
  local name=$1
  GOARCH=$2 go build -o "dist/$name" "./cmd/$name"
}
build "$1" arm64

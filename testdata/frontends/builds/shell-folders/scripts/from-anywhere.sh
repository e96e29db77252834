cd "$(dirname "$0")/../cmd" || exit 1
pushd api
go build
popd
go build ./api

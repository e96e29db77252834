$env:GOOS = "linux"
foreach ($name in @("place", "cancel")) {
  go build -o "build/$name" "./cmd/$name"
  Compress-Archive -Path "build/$name" -DestinationPath "build/$name.zip" -Force
}

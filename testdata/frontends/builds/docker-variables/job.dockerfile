FROM golang:1.24 as build
ARG GOARCH=arm64
ARG CGO_ENABLED
ENV GOOS linux
COPY job/main.go /src/
WORKDIR /src
RUN ["go", "build", "-tags", "lambda.norpc,nomsgpack", "-o", "job", "main.go"]
RUN make -C / build || true
FROM scratch
COPY --from=0 /src/job /bootstrap
ENTRYPOINT /bootstrap $HANDLER

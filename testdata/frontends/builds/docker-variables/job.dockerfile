FROM golang:1.24 as build
ARG GOARCH=arm64
ARG CGO_ENABLED
ENV GOOS linux
COPY job/main.go /work/
WORKDIR /work
RUN ["go", "build", "-tags", "lambda.norpc,nomsgpack", "-o", "job", "main.go"]
RUN make -C / build || true
FROM scratch
COPY --from=0 /work/job /bootstrap
ENTRYPOINT /bootstrap $HANDLER

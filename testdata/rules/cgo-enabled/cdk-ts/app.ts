import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.Function(stack, 'Api', {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('.', {
    bundling: {
      image: cdk.DockerImage.fromRegistry('golang:1.24'),
      command: ['bash', '-c', 'GOOS=linux GOARCH=amd64 go build -o /asset-output/bootstrap .'], // want: without CGO_ENABLED=0 the build ties the binary to the C library of the machine that builds it
    },
  }),
});

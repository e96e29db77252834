import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.Function(stack, 'Place', {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('.', {
    bundling: {
      image: cdk.DockerImage.fromRegistry('golang:1.24'),
      environment: { GOOS: 'linux', CGO_ENABLED: '0' },
      command: ['go', 'build', '-o', '/asset-output/bootstrap', '.'], // want: keeps its debug information
    },
  }),
});

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
      environment: { GOOS: 'linux' },
      command: ['go', 'build', '-o', '/asset-output/main', '.'],
    },
  }),
});

new lambda.Function(stack, 'Lines', {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('.', {
    bundling: {
      image: cdk.DockerImage.fromRegistry('golang:1.24'),
      environment: { GOOS: 'linux', GOARCH: 'amd64' },
      command: [
        'go',
        'build',
        '-o',
        '/asset-output/main',
        '.',
      ],
    },
  }),
});

new lambda.Function(stack, 'Bare', {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('.', {
    bundling: {
      image: cdk.DockerImage.fromRegistry('golang:1.24'),
      command: ['env', 'GOOS=linux', 'go', 'build', '-o', '/asset-output/main', '.'],
    },
  }),
});

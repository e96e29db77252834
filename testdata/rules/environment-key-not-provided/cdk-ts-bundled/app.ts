import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as path from 'path';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

for (const name of ['orders', 'refunds']) {
  new lambda.Function(stack, name, {
    runtime: lambda.Runtime.PROVIDED_AL2023,
    handler: 'bootstrap',
    code: lambda.Code.fromAsset(path.join(__dirname, 'cmd', name), {
      bundling: {
        image: cdk.DockerImage.fromRegistry('golang:1.24'),
        command: ['sh', '-c', 'CGO_ENABLED=0 GOOS=linux go build -o /asset-output/bootstrap .'],
      },
    }),
  });
}

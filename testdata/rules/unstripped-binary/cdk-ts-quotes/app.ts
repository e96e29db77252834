import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

function bundled(id: string, command: string) {
  return new lambda.Function(stack, id, {
    runtime: lambda.Runtime.PROVIDED_AL2023,
    handler: 'bootstrap',
    code: lambda.Code.fromAsset('.', {
      bundling: { image: cdk.DockerImage.fromRegistry('golang:1.24'), command: ['bash', '-c', command] },
    }),
  });
}

bundled('Place', 'GOOS=linux go build -o /asset-output/bootstrap .'); // want: keeps its debug information
bundled('Cancel', "GOOS=linux go build -o /asset-output/bootstrap ."); // want: keeps its debug information
bundled('Refund', `GOOS=linux go build -o /asset-output/bootstrap .`); // want: keeps its debug information

import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const out = '/asset-output';

for (const name of ['place']) {
  new lambda.Function(stack, 'Place', {
    runtime: lambda.Runtime.GO_1_X, // want: runs go1.x, refused for new functions since 2024-02-08
    handler: 'place',
    code: lambda.Code.fromAsset('.', {
      bundling: {
        image: cdk.DockerImage.fromRegistry('golang:1.24'),
        command: ['bash', '-c', [`echo ${name}`, 'GOOS=linux go build -o ' + out + '/place .', 'chmod +x /asset-output/place'].join(' && ')],
      },
    }),
  });
}

import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.Function(stack, 'Worker', {
  runtime: lambda.Runtime.GO_1_X, // want: Worker runs go1.x, refused
  handler: 'worker',
  code: lambda.Code.fromAsset('dist'),
});

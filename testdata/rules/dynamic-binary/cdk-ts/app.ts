import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.Function(stack, 'Orders', {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('orders.zip'), // want: the binary in orders.zip of Orders needs glibc 2.38, provided.al2023 has 2.34
});

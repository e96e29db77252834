import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as path from 'path';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.Function(stack, 'Orders', {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset(path.join(__dirname, '../dist')),
  environment: {
    TABLE: 'orders',
    STAGE: 'prod', // want: STAGE of Orders is read by nothing in the program
  },
});

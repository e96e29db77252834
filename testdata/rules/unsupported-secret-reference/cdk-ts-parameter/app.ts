import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as ssm from 'aws-cdk-lib/aws-ssm';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Orders', {
  entry: '.',
  environment: {
    DB_PASSWORD: ssm.StringParameter.valueForStringParameter(stack, '/shop/db'),
  },
});

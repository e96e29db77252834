import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Orders', {
  entry: '.',
  environment: {
    DB_PASSWORD: '{{resolve:ssm-secure:/shop/db:1}}', // want: DB_PASSWORD of Orders refers to a secure parameter
  },
});

import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', {
  entry: '.',
  environment: {
    PAYMENT_TOKEN: 'pk9fQ2xZ7vT4mB1sWc8RjH5nLe', // want: PAYMENT_TOKEN of Api holds a secret in clear \(secret by its name\)
    PAYMENT_SECRET_ID: 'shop/payment',
    API_KEY: process.env.API_KEY ?? '',
  },
});

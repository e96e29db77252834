import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', {
  entry: '.',
  environment: {
    STAGE: 'prod',
    AWS_REGION: 'eu-west-1', // want: AWS_REGION of Api is reserved by Lambda
  },
});

new GoFunction(stack, 'Worker', { entry: '.', environment: { AWS_REGION: 'eu-west-1', STAGE: 'prod' } }); // want: AWS_REGION of Worker is reserved by Lambda

api.addEnvironment('AWS_LAMBDA_FUNCTION_NAME', 'api'); // want: AWS_LAMBDA_FUNCTION_NAME of Api is reserved by Lambda

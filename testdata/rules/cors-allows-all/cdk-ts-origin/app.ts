import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
api.addFunctionUrl({
  authType: lambda.FunctionUrlAuthType.AWS_IAM,
  cors: { allowedOrigins: ['https://shop.example.com'] },
});

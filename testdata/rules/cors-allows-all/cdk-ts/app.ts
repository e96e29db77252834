import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
api.addFunctionUrl({
  authType: lambda.FunctionUrlAuthType.AWS_IAM,
  cors: { allowedOrigins: ['*'] }, // want: every website may call the address of Api
});
const rest = new apigateway.RestApi(stack, 'Rest', {
  defaultCorsPreflightOptions: {
    allowOrigins: apigateway.Cors.ALL_ORIGINS, // want: every website may call Rest
  },
});
rest.root.addMethod('GET', new apigateway.LambdaIntegration(api));

import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
new lambda.CfnUrl(stack, 'Address', { authType: 'NONE', targetFunctionArn: api.functionArn });
new lambda.CfnPermission(stack, 'Open', {
  action: 'lambda:InvokeFunctionUrl', // want: calls to the address of Api also need lambda:InvokeFunction
  functionName: api.functionName,
  functionUrlAuthType: 'NONE',
  principal: '*',
});

import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const environment: Record<string, string> = {};
const api = new GoFunction(stack, 'Api', { entry: '.', environment });

if (process.env.TRACED)
  api.addEnvironment('_X_AMZN_TRACE_ID', 'none'); // want: _X_AMZN_TRACE_ID of Api is reserved by Lambda
if (process.env.REGION) {
  api.addEnvironment('AWS_REGION', 'eu-west-1'); // want: AWS_REGION of Api is reserved by Lambda
}
if (process.env.LOCAL) environment.AWS_ACCESS_KEY_ID = 'none'; // want: AWS_ACCESS_KEY_ID of Api is reserved by Lambda

// What stands beside it stays, and what a test does is done.
if (process.env.STAGE) {
  // told to all
  api.addEnvironment('AWS_EXECUTION_ENV', 'go'); // want: AWS_EXECUTION_ENV of Api is reserved by Lambda
}
if (process.env.OTHER) {
  api.addEnvironment('_HANDLER', 'api'); // want: _HANDLER of Api is reserved by Lambda
} else {
  api.addEnvironment('OTHER', 'none');
}
if (stack.node.tryGetContext('root')) {
  api.addEnvironment('LAMBDA_TASK_ROOT', '/var/task'); // want: LAMBDA_TASK_ROOT of Api is reserved by Lambda
}

import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const environment: Record<string, string> = { STAGE: 'prod' };
environment.AWS_REGION = 'eu-west-1'; // want: AWS_REGION of Api is reserved by Lambda
environment['LAMBDA_TASK_ROOT'] = '/var/task'; // want: LAMBDA_TASK_ROOT of Api is reserved by Lambda
if (process.env.TRACED) {
  environment._X_AMZN_TRACE_ID = 'none'; // want: _X_AMZN_TRACE_ID of Api is reserved by Lambda
  environment.TRACED = 'true';
}
// Another name comes out of the same statement.
for (const name of ['EXECUTION_ENV', 'TABLE']) environment[`AWS_${name}`] = 'none'; // want: AWS_EXECUTION_ENV of Api is reserved by Lambda
for (const [key, value] of Object.entries({ OWNER: 'sales', _HANDLER: 'api' })) { // want: _HANDLER of Api is reserved by Lambda
  environment[key] = value;
}
new GoFunction(stack, 'Api', { entry: '.', environment });

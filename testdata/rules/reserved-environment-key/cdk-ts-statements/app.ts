import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });

api.addEnvironment('STAGE', 'prod').addEnvironment('AWS_REGION', 'eu-west-1'); // want: AWS_REGION of Api is reserved by Lambda
if (process.env.TRACED)
  api.addEnvironment('_X_AMZN_TRACE_ID', 'none'); // want: _X_AMZN_TRACE_ID of Api is reserved by Lambda

for (const id of ['Worker', 'Reports']) {
  const worker = new GoFunction(stack, id, { entry: '.' });
  worker.addEnvironment('AWS_REGION', 'eu-west-1'); // want: AWS_REGION of Worker is reserved by Lambda
  worker.addEnvironment('STAGE', 'prod');
}

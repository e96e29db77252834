import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', {
  entry: '.',
  environment: {
    TABLE: 'orders',
    STAGE: 'prod', // want: STAGE of Api is read by nothing in .
  },
});
api.addEnvironment('TOPIC', 'orders'); // want: TOPIC of Api is read by nothing in .

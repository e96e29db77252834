import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as iam from 'aws-cdk-lib/aws-iam';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
api.addPermission('Events', {
  principal: new iam.ServicePrincipal('events.amazonaws.com'),
  action: 'lambda:InvokeFunctions', // want: lambda:InvokeFunctions does not let events.amazonaws.com invoke Api
  sourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/nightly',
});

import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as iam from 'aws-cdk-lib/aws-iam';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const role = new iam.Role(stack, 'Role', { // want: Role is shared by Orders, Stock
  assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
});
new GoFunction(stack, 'Orders', { entry: '.', role });
new GoFunction(stack, 'Stock', { entry: '.', role });
new GoFunction(stack, 'Other', { entry: '.' });

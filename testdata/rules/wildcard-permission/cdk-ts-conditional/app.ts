import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as iam from 'aws-cdk-lib/aws-iam';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
const actions = process.env.OPEN ? ['sqs:*'] : ['sqs:SendMessage'];
api.addToRolePolicy(new iam.PolicyStatement({ actions, resources: ['*'] }));

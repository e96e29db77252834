import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const table = new dynamodb.Table(stack, 'Table', {
  partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
});
const api = new GoFunction(stack, 'Api', { entry: '.' });
table.grantReadWriteData(api);
api.addToRolePolicy(
  new iam.PolicyStatement({
    actions: ['sqs:*'], // want: sqs:\* allows every action of sqs, granted to Api
    resources: ['*'],
  }),
);

import * as cdk from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const table = new dynamodb.Table(stack, 'Table', {
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
});
const api = new GoFunction(stack, 'Api', { entry: '.' });
table.grant(api, 'dynamodb:PutItem', 'dynamodb:Scan'); // want: dynamodb:Scan is allowed to Api, whose code never calls it

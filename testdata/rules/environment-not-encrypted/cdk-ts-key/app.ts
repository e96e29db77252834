import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as kms from 'aws-cdk-lib/aws-kms';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Orders', {
  entry: '.',
  environmentEncryption: new kms.Key(stack, 'Key'),
  environment: {
    TABLE: 'orders',
  },
});

import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const worker = new GoFunction(stack, 'Worker', { entry: '.', timeout: cdk.Duration.seconds(40) });
const orders = new sqs.Queue(stack, 'Orders'); // want: Orders hides messages for 30 s

worker.addEventSource(new SqsEventSource(orders));

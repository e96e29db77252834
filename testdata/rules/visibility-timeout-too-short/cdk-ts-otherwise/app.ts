import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

function worker(id: string, timeout?: cdk.Duration): GoFunction {
  return new GoFunction(stack, id, { entry: '.', timeout: timeout ?? cdk.Duration.seconds(5) });
}

const slow = new sqs.Queue(stack, 'Slow', { visibilityTimeout: cdk.Duration.seconds(30) }); // want: Slow hides messages for 30 s
worker('Mail', cdk.Duration.minutes(2)).addEventSource(new SqsEventSource(slow));

const quick = new sqs.Queue(stack, 'Quick', { visibilityTimeout: cdk.Duration.seconds(30) });
worker('List').addEventSource(new SqsEventSource(quick));

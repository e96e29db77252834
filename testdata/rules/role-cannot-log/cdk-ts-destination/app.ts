import * as cdk from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import { Archive } from 'company-constructs';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const failed = new sqs.Queue(stack, 'Failed');
const assumedBy = new iam.ServicePrincipal('lambda.amazonaws.com');

new GoFunction(stack, 'Api', {
  entry: '.',
  role: new iam.Role(stack, 'ApiRole', { assumedBy }), // want: Api can't log, ApiRole lacks logs:CreateLogStream and logs:PutLogEvents
  onFailure: new destinations.SqsDestination(failed),
  deadLetterTopic: new sns.Topic(stack, 'Letters'),
});

new GoFunction(stack, 'Mails', {
  entry: '.',
  role: new iam.Role(stack, 'MailsRole', { assumedBy }),
  onFailure: new Archive(failed),
});

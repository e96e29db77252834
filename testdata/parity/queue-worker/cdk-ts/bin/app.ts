import * as cdk from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

class ReceiptsStack extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const worker = new lambda.Function(this, 'Worker', {
      functionName: 'receipt-worker',
      code: lambda.Code.fromAsset('dist/worker.zip'),
      runtime: lambda.Runtime.PROVIDED_AL2,
      handler: 'worker',
      memorySize: 256,
      timeout: cdk.Duration.seconds(60),
      environment: {
        RECEIPTS_TABLE: 'receipts',
        PRINTER_TOKEN: 'tR7!vq2#Lm9$Zx4w',
        LEGACY_PRINTER: 'lp0',
        AWS_REGION: 'eu-west-1',
      },
    });

    const receipts = new sqs.Queue(this, 'Receipts', {
      queueName: 'receipts',
      visibilityTimeout: cdk.Duration.seconds(30),
    });

    worker.addEventSource(new SqsEventSource(receipts, { batchSize: 10 }));

    worker.addPermission('ReceiptsPermission', {
      principal: new iam.ServicePrincipal('sns.amazonaws.com'),
    });

    worker.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['s3:*'],
        resources: ['*'],
      }),
    );
  }
}

const app = new cdk.App();
new ReceiptsStack(app, 'Receipts');

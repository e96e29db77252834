import type { AWS } from '@serverless/typescript';

const service: AWS = {
  service: 'receipts',
  frameworkVersion: '4',
  provider: {
    name: 'aws',
    runtime: 'provided.al2',
    memorySize: 256,
    timeout: 60,
    iam: {
      role: {
        statements: [
          {
            Effect: 'Allow',
            Action: ['s3:*'],
            Resource: '*',
          },
        ],
      },
    },
  },
  functions: {
    worker: {
      name: 'receipt-worker',
      handler: 'worker',
      package: {
        artifact: 'dist/worker.zip',
      },
      environment: {
        RECEIPTS_TABLE: 'receipts',
        PRINTER_TOKEN: 'tR7!vq2#Lm9$Zx4w',
        LEGACY_PRINTER: 'lp0',
        AWS_REGION: 'eu-west-1',
      },
      events: [
        {
          sqs: {
            arn: {
              'Fn::GetAtt': ['Receipts', 'Arn'],
            },
            batchSize: 10,
          },
        },
      ],
    },
  },
  resources: {
    Resources: {
      Receipts: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          QueueName: 'receipts',
          VisibilityTimeout: 30,
        },
      },
      ReceiptsPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: {
            Ref: 'WorkerLambdaFunction',
          },
          Principal: 'sns.amazonaws.com',
        },
      },
    },
  },
};

module.exports = service;

import type { AWS } from '@serverless/typescript';

const service: AWS = {
  service: 'ledger',
  frameworkVersion: '3',
  provider: {
    name: 'aws',
    iam: {
      role: {
        statements: [
          {
            Effect: 'Allow',
            Action: ['s3:PutObject'],
            Resource: '*',
          },
        ],
      },
    },
  },
  functions: {
    audit: {
      name: 'ledger-audit',
      runtime: 'provided.al2023',
      handler: 'bootstrap',
      architecture: 'x86_64',
      memorySize: 512,
      timeout: 1000,
      package: {
        artifact: 'dist/audit.zip',
      },
      environment: {
        AUDIT_MODE: 'loose',
      },
      events: [
        {
          stream: {
            type: 'dynamodb',
            arn: {
              'Fn::GetAtt': ['Ledger', 'StreamArn'],
            },
            startingPosition: 'LATEST',
            batchSize: 20000,
            functionResponseType: 'ReportBatchItemFailures',
            batchWindow: 5,
          },
        },
      ],
    },
    report: {
      name: 'ledger-report',
      runtime: 'go1.x',
      handler: 'report',
      memorySize: 256,
      timeout: 120,
      package: {
        artifact: 'dist/report.zip',
      },
      environment: {
        REPORT_BUCKET: 'ledger-reports',
        AWS_LAMBDA_FUNCTION_NAME: 'ledger-report',
      },
      events: [
        {
          schedule: 'cron(0 2 * * ? *)',
        },
      ],
    },
  },
  resources: {
    Resources: {
      Ledger: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'ledger',
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: [
            {
              AttributeName: 'id',
              KeyType: 'HASH',
            },
          ],
          AttributeDefinitions: [
            {
              AttributeName: 'id',
              AttributeType: 'S',
            },
          ],
          StreamSpecification: {
            StreamViewType: 'NEW_AND_OLD_IMAGES',
          },
        },
      },
      LedgerPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: {
            Ref: 'AuditLambdaFunction',
          },
          Principal: 'dynamodb.amazonaws.com',
        },
      },
    },
  },
};

module.exports = service;

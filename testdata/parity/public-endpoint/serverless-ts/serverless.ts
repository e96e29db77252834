import type { AWS } from '@serverless/typescript';

const service: AWS = {
  service: 'press',
  frameworkVersion: '4',
  provider: {
    name: 'aws',
    tracing: {
      lambda: true,
    },
    logs: {
      lambda: {
        logFormat: 'Text',
      },
    },
  },
  functions: {
    feed: {
      name: 'press-feed',
      runtime: 'provided.al2023',
      handler: 'bootstrap',
      architecture: 'aarch64',
      memorySize: 256,
      timeout: 60,
      package: {
        artifact: 'dist/feed.zip',
      },
    },
    archive: {
      name: 'press-archive',
      runtime: 'provided.al2023',
      handler: 'bootstrap',
      architecture: 'arm64',
      memorySize: 128,
      timeout: 30,
      descripton: 'Keeps what was printed',
      package: {
        artifact: 'dist/archive.zip',
      },
    },
    render: {
      name: 'press-render',
      image: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1',
      handler: 'bootstrap',
      architecture: 'arm64',
      memorySize: 1024,
      timeout: 120,
      logRetentionInDays: 14,
    },
  },
  resources: {
    Resources: {
      FeedUrl: {
        Type: 'AWS::Lambda::Url',
        Properties: {
          TargetFunctionArn: {
            'Fn::GetAtt': ['FeedLambdaFunction', 'Arn'],
          },
          AuthType: 'NONE',
          InvokeMode: 'BUFFERED',
        },
      },
      Readers: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunctionUrl',
          FunctionName: {
            Ref: 'FeedLambdaFunction',
          },
          Principal: '*',
          FunctionUrlAuthType: 'NONE',
        },
      },
      Printed: {
        Type: 'AWS::SNS::Topic',
        Properties: {
          TopicName: 'press-printed',
          Subscription: [
            {
              Protocol: 'lambda',
              Endpoint: {
                'Fn::GetAtt': ['ArchiveLambdaFunction', 'Arn'],
              },
            },
          ],
        },
      },
      PrintedPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: {
            Ref: 'ArchiveLambdaFunction',
          },
          Principal: 'sns.amazonaws.com',
        },
      },
      Weekly: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'cron(0 4 ? * SUN *)',
          Targets: [
            {
              Id: 'archive',
              Arn: {
                'Fn::GetAtt': ['ArchiveLambdaFunction', 'Arn'],
              },
            },
          ],
        },
      },
      WeeklyPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: {
            Ref: 'ArchiveLambdaFunction',
          },
          Principal: 'event.amazonaws.com',
          SourceArn: {
            'Fn::GetAtt': ['Weekly', 'Arn'],
          },
        },
      },
      ScansPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:GetFunction',
          FunctionName: {
            Ref: 'ArchiveLambdaFunction',
          },
          Principal: 's3.amazonaws.com',
          SourceArn: 'arn:aws:s3:::press-scans',
          SourceAccount: '123456789012',
        },
      },
    },
  },
};

module.exports = service;

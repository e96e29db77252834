import type { AWS } from '@serverless/typescript';

const service: AWS = {
  service: 'tickets',
  frameworkVersion: '4',
  provider: {
    name: 'aws',
    runtime: 'provided.al2023',
    architecture: 'arm64',
    memorySize: 12000,
    timeout: 45,
    iam: {
      role: {
        statements: [
          {
            Effect: 'Allow',
            Action: '*',
            Resource: '*',
          },
        ],
      },
    },
  },
  functions: {
    tickets: {
      name: 'tickets',
      handler: 'bootstrap',
      package: {
        artifact: 'dist/tickets.zip',
      },
      url: true,
      environment: {
        VENUES: 'north,south',
        'ticket-table': 'tickets',
      },
      events: [
        {
          httpApi: {
            method: 'GET',
            path: '/tickets',
          },
        },
      ],
    },
  },
  resources: {
    Resources: {
      EverybodyPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: {
            Ref: 'TicketsLambdaFunction',
          },
          Principal: '*',
        },
      },
    },
  },
};

module.exports = service;

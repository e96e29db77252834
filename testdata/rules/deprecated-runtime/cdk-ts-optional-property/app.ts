import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

interface WorkerProps {
  readonly runtime?: lambda.Runtime;
  readonly timeout?: cdk.Duration;
}

class Worker extends Construct {
  constructor(scope: Construct, id: string, { runtime, timeout }: WorkerProps = {}) {
    super(scope, id);
    new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.PROVIDED_AL2023,
      handler: 'bootstrap',
      code: lambda.Code.fromAsset('dist'),
      ...(runtime && { runtime }),
      ...(timeout ? { timeout } : {}),
    });
  }
}

const stack = new cdk.Stack(new cdk.App(), 'Shop');

new Worker(stack, 'Orders');
new Worker(stack, 'Returns', {
  runtime: lambda.Runtime.PROVIDED_AL2, // want: runs provided.al2, deprecated since 2026-07-31
  timeout: cdk.Duration.seconds(20),
});

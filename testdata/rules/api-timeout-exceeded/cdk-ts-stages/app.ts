import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';

class Shop extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const slow = new GoFunction(this, 'Slow', {
      entry: '.',
      timeout: cdk.Duration.minutes(1), // want: Slow may run for 60 s, but LambdaIntegration waits 29 s
    });
    const api = new apigateway.RestApi(this, 'Api');
    api.root.addMethod('GET', new apigateway.LambdaIntegration(slow));
  }
}

const app = new cdk.App();
for (const stage of ['beta', 'live']) {
  new Shop(app, `shop-${stage}`);
}

import * as cdk from 'aws-cdk-lib';
import { aws_lambda as lambda } from 'aws-cdk-lib';

class Shop extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.PROVIDED_AL2023,
      handler: 'bootstrap',
      code: lambda.Code.fromAsset('.', {
        bundling: {
          image: lambda.Runtime.PROVIDED_AL2023.bundlingImage,
          command: ['bash', '-c', 'GOOS=linux GOARCH=arm64 go build -o /asset-output/bootstrap .'], // want: GOARCH=arm64
        },
      }),
    });
  }
}

const app = new cdk.App();
for (const stage of ['test', 'live']) {
  new Shop(app, `shop-${stage}`);
}

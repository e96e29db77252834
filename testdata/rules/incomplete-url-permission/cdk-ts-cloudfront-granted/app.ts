import * as cdk from 'aws-cdk-lib';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const pages = new GoFunction(stack, 'Pages', { entry: '.' });
const address = pages.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
const distribution = new cloudfront.Distribution(stack, 'Distribution', {
  defaultBehavior: { origin: origins.FunctionUrlOrigin.withOriginAccessControl(address) },
});
pages.addPermission('Cdn', {
  principal: new iam.ServicePrincipal('cloudfront.amazonaws.com'),
  action: 'lambda:InvokeFunction',
  sourceArn: distribution.distributionArn,
  invokedViaFunctionUrl: true,
});

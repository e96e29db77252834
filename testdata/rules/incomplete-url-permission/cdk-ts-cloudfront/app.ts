import * as cdk from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const distributionArn = new cdk.CfnParameter(stack, 'DistributionArn').valueAsString;

const pages = new GoFunction(stack, 'Pages', { entry: '.' });
pages.addFunctionUrl();
pages.addPermission('Cdn', {
  principal: new iam.ServicePrincipal('cloudfront.amazonaws.com'),
  action: 'lambda:InvokeFunctionUrl', // want: calls to the address of Pages also need lambda:InvokeFunction
  sourceArn: distributionArn,
});

// Both are there.
const images = new GoFunction(stack, 'Images', { entry: '.' });
images.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
const cdn = new iam.ServicePrincipal('cloudfront.amazonaws.com');
images.addPermission('CdnUrl', { principal: cdn, action: 'lambda:InvokeFunctionUrl', sourceArn: distributionArn });
images.addPermission('Cdn', {
  principal: cdn,
  action: 'lambda:InvokeFunction',
  sourceArn: distributionArn,
  invokedViaFunctionUrl: true,
});

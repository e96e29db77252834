import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as path from 'path';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.DockerImageFunction(stack, 'Orders', {
  code: lambda.DockerImageCode.fromImageAsset(path.join(__dirname), { file: 'orders.Dockerfile' }),
});

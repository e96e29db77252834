import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.DockerImageFunction(stack, 'Place', { // want: runs on x86_64 by default
  code: lambda.DockerImageCode.fromImageAsset('.', { platform: Platform.LINUX_AMD64 }),
});

import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.CfnFunction(stack, 'Render', {
  role: 'arn:aws:iam::111122223333:role/render',
  packageType: 'Image',
  code: { imageUri: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/render:1' },
  runtime: 'provided.al2023', // want: Render runs an image, which can't have runtime
  handler: 'bootstrap', // want: Render runs an image, which can't have handler
});

new lambda.CfnFunction(stack, 'Plain', {
  role: 'arn:aws:iam::111122223333:role/render',
  code: { s3Bucket: 'packages', s3Key: 'plain.zip' },
  runtime: 'provided.al2023',
  handler: 'bootstrap',
});

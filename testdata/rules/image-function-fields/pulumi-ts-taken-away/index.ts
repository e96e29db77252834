import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const service = (name: string, own: Partial<aws.lambda.FunctionArgs>) =>
  new aws.lambda.Function(name, {
    role: config.require('role'),
    runtime: aws.lambda.Runtime.CustomAL2023,
    handler: 'bootstrap',
    ...own,
  });

service('orders', { packageType: 'Image', imageUri: config.require('image'), runtime: undefined, handler: undefined });

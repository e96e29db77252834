import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

new aws.lambda.Function('orders', {
  packageType: 'Image',
  imageUri: config.require('image'),
  runtime: aws.lambda.Runtime.CustomAL2023, // want: which can't have runtime
  role: config.require('role'),
});

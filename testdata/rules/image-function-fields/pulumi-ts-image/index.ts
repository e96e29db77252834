import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

new aws.lambda.Function('orders', {
  packageType: 'Image',
  imageUri: config.require('image'),
  role: config.require('role'),
});

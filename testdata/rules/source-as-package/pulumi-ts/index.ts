import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  code: new pulumi.asset.AssetArchive({ 'main.go': new pulumi.asset.FileAsset('main.go') }), // want: orders deploys main.go, not a program built from it
});

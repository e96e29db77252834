import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  // the binary is built by hand
  code: new pulumi.asset.AssetArchive({ 'bin/bootstrap': new pulumi.asset.FileAsset('bin/bootstrap') }), // want: holds bin/bootstrap, but orders starts bootstrap at the root
});

import { SSTConfig } from 'sst';
import { Bucket, Function } from 'sst/constructs';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.stack(function Orders({ stack }) {
      const orders = new Function(stack, 'orders', { runtime: 'go', handler: 'main.go' });
      const files = new Bucket(stack, 'Files');
      orders.addPermission('anybody', { // want: anybody lets s3.amazonaws.com invoke orders on behalf of anybody
        principal: new ServicePrincipal('s3.amazonaws.com'),
      });
      orders.addPermission('files', {
        principal: new ServicePrincipal('s3.amazonaws.com'),
        sourceArn: files.bucketArn,
      });
      orders.addPermission('account', {
        principal: new ServicePrincipal('events.amazonaws.com'),
        sourceAccount: stack.account,
      });
    });
  },
} satisfies SSTConfig;

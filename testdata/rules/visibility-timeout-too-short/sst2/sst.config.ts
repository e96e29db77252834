import { Duration } from 'aws-cdk-lib';
import { SSTConfig } from 'sst';
import { Queue } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go', timeout: 60 });
    app.stack(function Orders({ stack }) {
      new Queue(stack, 'mail', { consumer: 'main.go' }); // want: mail hides messages for 30 s
      new Queue(stack, 'list', {
        consumer: 'main.go',
        cdk: { queue: { visibilityTimeout: Duration.seconds(30) } }, // want: list hides messages for 30 s
      });
    });
  },
} satisfies SSTConfig;

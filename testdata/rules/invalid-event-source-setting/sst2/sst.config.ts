import { SSTConfig } from 'sst';
import { Queue } from 'sst/constructs';
import { Duration } from 'aws-cdk-lib';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go' });
    app.stack(function Orders({ stack }) {
      new Queue(stack, 'Hasty', {
        consumer: {
          function: 'main.go',
          cdk: { eventSource: { batchSize: 50 } }, // want: a batch size of 50, over 10, needs a batching window
        },
      });
      new Queue(stack, 'Patient', {
        consumer: {
          function: 'main.go',
          cdk: { eventSource: { batchSize: 50, maxBatchingWindow: Duration.seconds(5) } },
        },
      });
    });
  },
} satisfies SSTConfig;

import { SSTConfig } from 'sst';
import { Function, Queue } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go' });
    app.stack(function Orders({ stack }) {
      const handler = 'main.go'; // want: Constant doesn't have ReportBatchItemFailures
      new Queue(stack, 'Named', { consumer: 'main.go' }); // want: Named doesn't have ReportBatchItemFailures
      new Queue(stack, 'Constant', {
        consumer: handler,
      });
      new Queue(stack, 'Object', {
        consumer: {
          function: { handler, timeout: 10 }, // want: Object doesn't have ReportBatchItemFailures
        },
      });
      new Queue(stack, 'Batches', {
        consumer: {
          function: 'main.go', // want: Batches doesn't have ReportBatchItemFailures
          cdk: { eventSource: { batchSize: 5 } },
        },
      });
      new Queue(stack, 'Off', {
        consumer: {
          function: 'main.go',
          cdk: { eventSource: { reportBatchItemFailures: false } }, // want: Off doesn't have ReportBatchItemFailures
        },
      });
      new Queue(stack, 'On', {
        consumer: { function: 'main.go', cdk: { eventSource: { reportBatchItemFailures: true } } },
      });
    });
  },
} satisfies SSTConfig;

import { SSTConfig } from 'sst';
import { EventBus, KinesisStream, Queue } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go' });
    app.stack(function Orders({ stack }) {
      const orders = new Queue(stack, 'Orders');
      orders.addConsumer(stack, {
        function: 'main.go',
        cdk: { eventSource: { reportBatchItemFailures: true } }, // want: Orders has ReportBatchItemFailures
      });
      const clicks = new KinesisStream(stack, 'Clicks', { defaults: { function: { timeout: 30 } } });
      clicks.addConsumers(stack, {
        count: {
          function: 'main.go',
          cdk: { eventSource: { reportBatchItemFailures: true } }, // want: count has ReportBatchItemFailures
        },
        watch: 'main.go',
      });
      const bus = new EventBus(stack, 'Bus', { rules: { paid: { targets: { ship: 'main.go' } } } });
      bus.addTargets(stack, 'paid', { thank: 'main.go' });
    });
  },
} satisfies SSTConfig;

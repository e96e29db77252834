import { SSTConfig } from 'sst';
import { Cron, EventBus, Function } from 'sst/constructs';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue } from 'aws-cdk-lib/aws-sqs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go' });
    app.stack(function Orders({ stack }) {
      const failed = new Queue(stack, 'Failed');
      const lost = new Function(stack, 'lost', { handler: 'main.go' }); // want: lost has no failure destination
      const kept = new Function(stack, 'kept', { handler: 'main.go', onFailure: new SqsDestination(failed) });
      const letters = new Function(stack, 'letters', { handler: 'main.go', deadLetterQueueEnabled: true });
      const later = new Function(stack, 'later', { handler: 'main.go' });
      later.configureAsyncInvoke({ onFailure: new SqsDestination(failed) });
      for (const [name, job] of Object.entries({ lost, kept, letters, later })) {
        new Cron(stack, `Every${name}`, { schedule: 'rate(1 day)', job });
      }
      new EventBus(stack, 'Bus', {
        rules: {
          paid: {
            pattern: { source: ['shop'] },
            targets: {
              ship: 'main.go', // want: ship has no failure destination
              keep: { function: { handler: 'main.go', deadLetterQueue: failed } },
            },
          },
        },
      });
    });
  },
} satisfies SSTConfig;

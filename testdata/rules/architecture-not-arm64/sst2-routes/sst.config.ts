import { SSTConfig } from 'sst';
import { Api, Cron, Function, Queue } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({
      runtime: 'go',
      timeout: 10,
    });
    app.stack(function Orders({ stack }) {
      new Api(stack, 'api', {
        routes: {
          'GET /orders': 'main.go', // want: GET /orders runs on x86_64 by default
          'POST /orders': { function: { handler: 'main.go', memorySize: '256 MB' } }, // want: POST /orders runs on x86_64 by default
        },
      });
      new Queue(stack, 'mail', { consumer: 'main.go' }); // want: mail runs on x86_64 by default
      new Function(stack, 'list', {
        handler: 'main.go',
        architecture: 'arm_64',
      });
    });
  },
} satisfies SSTConfig;

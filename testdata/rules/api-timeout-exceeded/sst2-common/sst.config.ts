import { SSTConfig } from 'sst';
import { Api, Cron } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go', timeout: 60 }); // want: may run for 60 s
    app.stack(function Orders({ stack }) {
      new Api(stack, 'api', {
        routes: {
          'GET /orders': 'main.go',
          'POST /orders': { function: { handler: 'main.go', memorySize: 256 } },
        },
      });
      new Cron(stack, 'nightly', { schedule: 'rate(1 day)', job: 'main.go' });
    });
  },
} satisfies SSTConfig;

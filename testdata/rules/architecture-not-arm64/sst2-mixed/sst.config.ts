import { SSTConfig } from 'sst';
import { Api, Function } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go' });
    app.stack(function Orders({ stack }) {
      new Api(stack, 'api', {
        routes: {
          'GET /orders': 'main.go', // want: GET /orders runs on x86_64 by default
          'POST /orders': "main.go", // want: POST /orders runs on x86_64 by default
        },
      });
      // It would move, too.
      new Function(stack, 'page', {
        handler: 'page.render',
        runtime: 'nodejs18.x',
      });
    });
  },
} satisfies SSTConfig;

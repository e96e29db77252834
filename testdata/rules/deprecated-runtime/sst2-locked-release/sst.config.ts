import { SSTConfig } from 'sst';
import { Function } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.stack(function Orders({ stack }) {
      new Function(stack, 'place', { handler: 'main.go', runtime: 'go' }); // want: place runs provided.al2, deprecated since 2026-07-31
    });
  },
} satisfies SSTConfig;

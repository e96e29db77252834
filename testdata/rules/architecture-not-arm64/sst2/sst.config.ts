import { SSTConfig } from 'sst';
import { Function } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.stack(function Orders({ stack }) {
      new Function(stack, 'place', { // want: place runs on x86_64 by default, the same duration costs 20 % less on arm64
        handler: 'main.go',
        runtime: 'go',
      });
      new Function(stack, 'refund', {
        handler: 'main.go',
        runtime: 'go',
        architecture: 'arm_64',
      });
      new Function(stack, 'list', {
        handler: 'main.go',
        runtime: 'go',
        architecture: 'x86_64', // want: list runs on x86_64, the same duration costs 20 % less on arm64
      });
    });
  },
} satisfies SSTConfig;

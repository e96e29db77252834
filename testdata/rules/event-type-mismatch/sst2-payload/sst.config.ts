import { SSTConfig } from 'sst';
import { Orders } from './stacks/orders';

export default {
  config() {
    return { name: 'shop', region: 'eu-west-1' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go' });
    app.stack(Orders);
  },
} satisfies SSTConfig;

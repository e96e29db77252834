import { SSTConfig } from 'sst';
import { Ledger } from './stacks/ledger';

export default {
  stacks(app) {
    app.stack(Ledger);
  },
} satisfies SSTConfig;

import { SSTConfig } from 'sst';
import { Function } from 'sst/constructs';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({
      runtime: 'go',
      environment: { AWS_REGION: 'eu-west-1' }, // want: AWS_REGION of list is reserved by Lambda
    });
    app.stack(function Orders({ stack }) {
      const list = new Function(stack, 'list', { handler: 'main.go' });
      list.addEnvironment('AWS_EXECUTION_ENV', 'go'); // want: AWS_EXECUTION_ENV of list is reserved by Lambda
      list.addEnvironment('STAGE', 'prod');
    });
  },
} satisfies SSTConfig;

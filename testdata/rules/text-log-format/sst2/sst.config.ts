import { SSTConfig } from 'sst';
import { Function } from 'sst/constructs';
import { LoggingFormat } from 'aws-cdk-lib/aws-lambda';

export default {
  config() {
    return { name: 'shop' };
  },
  stacks(app) {
    app.setDefaultFunctionProps({ runtime: 'go', loggingFormat: LoggingFormat.JSON });
    app.stack(function Orders({ stack }) {
      new Function(stack, 'default', { handler: 'main.go' });
      new Function(stack, 'older', { handler: 'main.go', logFormat: 'JSON' });
      new Function(stack, 'text', {
        handler: 'main.go',
        loggingFormat: LoggingFormat.TEXT, // want: the log format of text is Text, but its code logs JSON
      });
    });
  },
} satisfies SSTConfig;

import { Api, StackContext } from 'sst/constructs';

export function Orders({ stack }: StackContext) {
  new Api(stack, 'Api', {
    defaults: { payloadFormatVersion: '1.0' },
    routes: {
      'GET /orders': 'main.go',
      'POST /orders': { function: 'main.go', payloadFormatVersion: '1.0' },
    },
  });
}

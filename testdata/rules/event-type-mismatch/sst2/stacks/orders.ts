import { Api, StackContext } from 'sst/constructs';

export function Orders({ stack }: StackContext) {
  new Api(stack, 'Api', {
    routes: {
      'GET /orders': 'main.go',
    },
  });
}

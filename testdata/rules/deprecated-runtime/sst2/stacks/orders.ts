import { Api, StackContext } from '@serverless-stack/resources';

export function Orders({ stack }: StackContext) {
  new Api(stack, 'Api', {
    routes: {
      'GET /orders': 'main.go',
    },
  });
}

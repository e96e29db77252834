import { App } from '@serverless-stack/resources';
import { Orders } from './orders';

export default function main(app: App) {
  app.setDefaultFunctionProps({
    runtime: 'go1.x', // want: GET /orders runs go1.x, refused for new functions since 2024-02-08
  });
  app.stack(Orders);
}

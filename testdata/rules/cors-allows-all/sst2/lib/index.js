import * as sst from '@serverless-stack/resources';

class Orders extends sst.Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    new sst.Api(this, 'Api', {
      cors: true, // want: every website may call Api
      routes: { 'GET /orders': '.' },
    });
  }
}

export default function main(app) {
  app.setDefaultFunctionProps({ runtime: 'go1.x' });
  new Orders(app, 'Orders');
}

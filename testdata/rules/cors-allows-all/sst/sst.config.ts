/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const api = new sst.aws.ApiGatewayV2('Api', {
      cors: { allowOrigins: ['*'], allowMethods: ['GET'] }, // want: every website may call Api
    });
    api.route('GET /orders', { handler: '.', runtime: 'go' });
    new sst.aws.Function('Refunds', {
      handler: '.',
      runtime: 'go',
      url: { authorization: 'iam', cors: { allowOrigins: ['*'], allowCredentials: true } }, // want: every website may call the address of Refunds, and with credentials
    });
  },
});

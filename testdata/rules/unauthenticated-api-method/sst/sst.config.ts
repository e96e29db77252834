/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const api = new sst.aws.ApiGatewayV2('Api');
    api.route('GET /orders', { handler: '.', runtime: 'go' }); // want: anybody can call GET /orders through GET /orders of Api
    api.route('POST /orders', { handler: '.', runtime: 'go' }, { auth: { iam: true } });
  },
});

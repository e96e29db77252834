/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const api = new sst.aws.ApiGatewayV2('Api', {
      cors: { allowOrigins: ['https://shop.example.com'], allowCredentials: true },
    });
    api.route('GET /orders', { handler: '.', runtime: 'go' });
    const plain = new sst.aws.ApiGatewayV2('Plain', { cors: false });
    plain.route('GET /orders', { handler: '.', runtime: 'go' });
    const asked = new sst.aws.ApiGatewayV2('Asked', { cors: { allowOrigins: [process.env.ORIGIN!] } });
    asked.route('GET /orders', { handler: '.', runtime: 'go' });
  },
});

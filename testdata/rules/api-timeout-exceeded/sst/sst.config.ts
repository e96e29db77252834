/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const api = new sst.aws.ApiGatewayV2('Api');
    api.route('GET /orders', {
      handler: '.',
      runtime: 'go',
      timeout: '5 minutes', // want: GET /orders may run for 300 s, but GET /orders waits 30 s
    });
  },
});

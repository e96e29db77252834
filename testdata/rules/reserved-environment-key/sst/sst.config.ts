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
      environment: {
        STAGE: $app.stage,
        AWS_REGION: 'eu-west-1', // want: AWS_REGION of GET /orders is reserved by Lambda
      },
    });
  },
});

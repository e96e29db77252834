/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const router = new sst.aws.Router('Cdn', { protection: 'oac' });
    const pages = new sst.aws.Function('Pages', {
      runtime: 'go',
      handler: '.',
      url: { authorization: 'iam', router: { instance: router } },
    });
    new aws.lambda.Permission('Cdn', {
      action: 'lambda:InvokeFunction',
      function: pages.name,
      principal: 'cloudfront.amazonaws.com',
      sourceArn: router.distributionID,
      invokedViaFunctionUrl: true,
    });
  },
});

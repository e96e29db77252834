/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const distributionArn = new sst.Secret('DistributionArn');
    const pages = new sst.aws.Function('Pages', {
      runtime: 'go',
      handler: '.',
      url: { authorization: 'iam' },
    });
    new aws.lambda.Permission('Cdn', {
      action: 'lambda:InvokeFunctionUrl', // want: calls to the address of Pages also need lambda:InvokeFunction
      function: pages.name,
      principal: 'cloudfront.amazonaws.com',
      sourceArn: distributionArn.value,
    });
  },
});

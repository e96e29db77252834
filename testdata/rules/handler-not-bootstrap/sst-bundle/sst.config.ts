/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    new sst.aws.Function('Api', {
      bundle: 'dist/api',
      handler: 'api', // want: the handler of Api is api, but provided.al2023 starts bootstrap
      runtime: 'provided.al2023',
    });
  },
});

/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    new sst.aws.Function('Api', {
      bundle: 'dist/api',
      handler: 'bootstrap',
      runtime: 'provided.al2', // want: Api runs provided.al2, deprecated since 2026-07-31
    });
    new sst.aws.Function('Worker', { handler: '.', runtime: 'go' });
  },
});

/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    new sst.aws.Function('Api', { // want: Api runs on x86_64 by default, the same duration costs 20 % less on arm64
      handler: '.',
      runtime: 'go',
    });
    new sst.aws.Function('Worker', { handler: '.', runtime: 'go', architecture: 'x86_64' }); // want: Worker runs on x86_64, the same duration costs 20 % less on arm64
    new sst.aws.Function('Reports', { handler: '.', runtime: 'go', architecture: 'arm64' });
  },
});

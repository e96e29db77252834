/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    new sst.aws.Function('Api', { handler: '.', runtime: 'go' }); // want: the log format of Api is Text, but its code logs JSON
    new sst.aws.Function('Worker', { // want: the log format of Worker is Text, but its code logs JSON
      handler: '.',
      runtime: 'go',
      logging: { retention: '1 week' },
    });
  },
});

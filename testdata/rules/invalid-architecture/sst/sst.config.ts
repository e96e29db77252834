/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    new sst.aws.Function('Api', {
      handler: '.',
      runtime: 'go',
      architecture: 'arm', // want: the architecture of Api must be one of x86_64 and arm64, not arm
    });
  },
});

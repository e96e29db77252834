/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    $transform(sst.aws.Function, (args) => {
      args.runtime ??= 'go';
      args.architecture ??= 'arm64';
    });
    new sst.aws.Function('Api', { handler: '.' });
    new sst.aws.Function('Worker', {
      handler: '.',
      architecture: 'x86_64', // want: Worker runs on x86_64, the same duration costs 20 % less on arm64
    });
    new sst.aws.Cron('Nightly', { schedule: 'rate(1 day)', function: { handler: '.' } });
  },
});

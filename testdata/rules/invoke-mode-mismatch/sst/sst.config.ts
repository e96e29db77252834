/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    new sst.aws.Function('Feed', {
      handler: '.',
      runtime: 'go',
      streaming: true, // want: the handler of Feed doesn't stream its answers, but its address is RESPONSE_STREAM
      url: { authorization: 'iam' },
    });
  },
});

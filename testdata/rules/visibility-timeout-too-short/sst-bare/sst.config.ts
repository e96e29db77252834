/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const jobs = new sst.aws.Queue('Jobs'); // want: Jobs hides messages for 30 s
    jobs.subscribe({ handler: '.', runtime: 'go', timeout: '40 seconds' });
  },
});

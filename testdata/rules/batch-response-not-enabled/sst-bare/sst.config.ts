/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const orders = new sst.aws.Queue('Orders');
    orders.subscribe({ handler: '.', runtime: 'go' }); // want: Orders returns a batch response, but Orders doesn't have ReportBatchItemFailures
  },
});

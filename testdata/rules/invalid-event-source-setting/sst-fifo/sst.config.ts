/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const worker = { runtime: 'go', handler: '.', architecture: 'arm64' } as const;
    const orders = new sst.aws.Queue('Orders', { fifo: { contentBasedDeduplication: true } });
    orders.subscribe(worker, {
      batch: { size: 11, window: '1 second' }, // want: a batching window of 1 s for a FIFO queue | a batch size of 11 is not between 1 and 10 for a FIFO queue
    });
    new sst.aws.Queue('Mails', { fifo: true }).subscribe(worker, { batch: { size: 10 } });
    new sst.aws.Queue('Bills', { fifo: false }).subscribe(worker, { batch: { size: 11, window: '1 second' } });
  },
});

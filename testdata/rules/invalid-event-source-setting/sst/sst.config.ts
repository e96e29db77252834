export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const hasty = new sst.aws.Queue('Hasty');
    hasty.subscribe({ handler: '.', runtime: 'go' }, { batch: { size: 50 } }); // want: a batch size of 50, over 10, needs a batching window
    const patient = new sst.aws.Queue('Patient');
    patient.subscribe({ handler: '.', runtime: 'go' }, { batch: { size: 50, window: '5 seconds' } });
    const open = new sst.aws.Queue('Open');
    open.subscribe(
      { handler: '.', runtime: 'go' },
      { batch: { size: 50 }, transform: { eventSourceMapping: { maximumBatchingWindowInSeconds: 5 } } },
    );
  },
});

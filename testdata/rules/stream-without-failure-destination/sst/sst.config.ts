export default $config({
  app() {
    return { name: 'ledger', home: 'aws' };
  },
  async run() {
    const entries = new sst.aws.Dynamo('Entries', {
      fields: { id: 'string' },
      primaryIndex: { hashKey: 'id' },
      stream: 'new-image',
    });
    entries.subscribe('Totals', { handler: '.', runtime: 'go' }); // want: Totals has no on-failure destination
    entries.subscribe(
      'Kept',
      { handler: '.', runtime: 'go' },
      { transform: { eventSourceMapping: { destinationConfig: { onFailure: { destinationArn: letters.arn } } } } },
    );
    entries.subscribe('Open', { handler: '.', runtime: 'go' }, more);
  },
});

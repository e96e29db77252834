/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    const table = new sst.aws.Dynamo('Table', { fields: { pk: 'string' }, primaryIndex: { hashKey: 'pk' } });
    new sst.aws.Function('Api', { handler: '.', runtime: 'go', link: [table] });
  },
});

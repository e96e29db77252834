export default $config({
  app() {
    return { name: 'shop', home: 'aws' };
  },
  async run() {
    new sst.aws.Function('Api', { handler: '.', runtime: 'go', environment: { STAGE: $app.stage } });
  },
});

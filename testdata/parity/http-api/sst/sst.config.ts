/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return {
      name: 'tickets',
      home: 'aws',
    };
  },
  async run() {
    const tickets = new sst.aws.Function('Tickets', {
      name: 'tickets',
      bundle: 'dist',
      runtime: 'provided.al2023',
      handler: 'bootstrap',
      architecture: 'arm64',
      memory: '12000 MB',
      timeout: '45 seconds',
      url: true,
      environment: {
        VENUES: 'north,south',
        'ticket-table': 'tickets',
      },
      permissions: [{ actions: ['*'], resources: ['*'] }],
    });

    new aws.lambda.Permission('EverybodyPermission', {
      action: 'lambda:InvokeFunction',
      function: tickets.name,
      principal: '*',
    });

    const api = new sst.aws.ApiGatewayV2('Api');
    api.route('GET /tickets', tickets.arn);

    return { api: api.url };
  },
});

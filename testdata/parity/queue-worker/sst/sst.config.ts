/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    return {
      name: 'receipts',
      removal: input?.stage === 'production' ? 'retain' : 'remove',
      home: 'aws',
    };
  },
  async run() {
    const worker = new sst.aws.Function('Worker', {
      name: 'receipt-worker',
      bundle: 'dist',
      runtime: 'provided.al2',
      handler: 'worker',
      memory: '256 MB',
      timeout: '60 seconds',
      environment: {
        RECEIPTS_TABLE: 'receipts',
        PRINTER_TOKEN: 'tR7!vq2#Lm9$Zx4w',
        LEGACY_PRINTER: 'lp0',
        AWS_REGION: 'eu-west-1',
      },
      permissions: [
        {
          actions: ['s3:*'],
          resources: ['*'],
        },
      ],
    });

    const receipts = new sst.aws.Queue('Receipts', {
      visibilityTimeout: '30 seconds',
    });

    receipts.subscribe(worker.arn, {
      batch: { size: 10 },
    });

    new aws.lambda.Permission('ReceiptsPermission', {
      action: 'lambda:InvokeFunction',
      function: worker.name,
      principal: 'sns.amazonaws.com',
    });
  },
});

    schema.defineFunctionEvent('aws', 'sqs', {
      anyOf: [
        {
          properties: {
            arn: { type: 'string' },
            sqsSize: { type: 'integer' },
          },
        },
      ],
    });
    let BatchSize = 12;
    const permission = { Principal: 'sqs.amazonaws.com' };

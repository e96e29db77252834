    schema.defineFunctionEvent('aws', 'stream', {
      anyOf: [
        {
          properties: {
            arn: { type: 'string' },
            streamSize: { type: 'integer' },
          },
        },
      ],
    });
    let BatchSize = 12;
    const permission = { Principal: 'stream.amazonaws.com' };

    package: {
      type: 'object',
      properties: {
        artifact: { type: 'string' },
        path: { type: 'string' },
      },
    },

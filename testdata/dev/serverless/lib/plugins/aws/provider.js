        function: {
          properties: {
            handler: { type: 'string' },
            image: {
              properties: {
                uri: { type: 'string' },
              },
            },
            package: {
              properties: {
                artifact: { type: 'string' },
              },
            },
          },
        },

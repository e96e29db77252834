const shared = {
  QUEUE: 'orders',
};

module.exports = {
  service: 'shop',
  provider: {
    name: 'aws',
    runtime: 'provided.al2023',
    architecture: 'arm64',
  },
  functions: {
    place: {
      handler: 'bootstrap',
      environment: { ...shared },
    },
  },
};

const service = {
  service: 'shop',
  provider: { name: 'aws', runtime: 'provided.al2023' },
  functions: {
    place: {
      handler: 'bootstrap',
      architectures: ['arm64'], // want: place has no attribute architectures, it is called architecture
    },
    cancel: { handler: 'bootstrap', architecture: 'aarch64' }, // want: the architecture of cancel must be one of x86_64 and arm64, not aarch64
    refund: { handler: 'bootstrap', architectures: [process.env.ARCHITECTURE] }, // want: refund has no attribute architectures
  },
};

module.exports = service;

import type { AWS } from '@serverless/typescript';

const service: AWS = {
  service: 'shop',
  provider: {
    name: 'aws',
    runtime: 'provided.al2023',
  },
  functions: {
    place: { // want: place runs on x86_64 by default
      handler: 'bootstrap',
    },
    cancel: { handler: 'bootstrap', architecture: 'arm64' },
    list: { handler: 'bootstrap', architecture: process.env.ARCHITECTURE },
  },
};

module.exports = service;

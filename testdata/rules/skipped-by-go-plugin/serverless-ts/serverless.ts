import type { AWS } from '@serverless/typescript';

const service: AWS = {
  service: 'shop',
  provider: {
    name: 'aws',
    runtime: 'provided.al2023',
    architecture: 'arm64',
  },
  plugins: ['serverless-go-plugin'], // want: doesn't compile place
  custom: {
    go: {
      baseDir: '.',
    },
  },
  functions: {
    place: { handler: './main.go' },
  },
};

module.exports = service;

import type { AWS } from '@serverless/typescript';
import place from './functions/place';

const service: AWS = {
  service: 'shop',
  provider: { name: 'aws', architecture: 'x86_64' },
  plugins: ['serverless-plugin-scripts'],
  custom: {
    scripts: {
      hooks: {
        'before:package:initialize': 'GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o bin/place .',
      },
    },
  },
  functions: { place },
};

module.exports = service;

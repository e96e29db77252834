import type { AWS } from '@serverless/typescript';

const place = {
  handler: 'bootstrap',
  environment: { AWS_REGION: 'eu-west-1' }, // want: AWS_REGION of place is reserved by Lambda
};

const service: AWS = {
  service: 'shop',
  provider: { name: 'aws', runtime: 'provided.al2023' },
  functions: {
    place,
    // What is spoken of stays, though it is empty.
    cancel: { ...place, environment: { ...place.environment, STAGE: 'prod' } },
  },
};

module.exports = service;

import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const variables: Record<string, string> = { STAGE: 'prod' };
variables.AWS_REGION = 'eu-west-1'; // want: AWS_REGION of api is reserved by Lambda
variables['TABLE'] = 'orders';
for (const [key, value] of Object.entries({ OWNER: 'sales', _HANDLER: 'api' })) variables[key] = value; // want: _HANDLER of api is reserved by Lambda

new aws.lambda.Function('api', {
  runtime: 'provided.al2023',
  handler: 'bootstrap',
  role: 'arn:aws:iam::123456789012:role/shop',
  code: new pulumi.asset.FileArchive('dist'),
  environment: { variables },
});

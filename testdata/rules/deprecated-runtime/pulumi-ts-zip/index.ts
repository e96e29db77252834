import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

export const place = new aws.lambda.Function('place', {
  role: 'arn:aws:iam::123456789012:role/place',
  runtime: aws.lambda.Runtime.Go1dx, // want: runs go1.x, refused for new functions since 2024-02-08
  handler: 'place',
  code: new pulumi.asset.FileArchive('place.zip'),
});

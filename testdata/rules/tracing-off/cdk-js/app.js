const { App, Stack } = require('aws-cdk-lib');
const lambda = require('aws-cdk-lib/aws-lambda');

const app = new App();
const stack = new Stack(app, 'Shop');

new lambda.Function(stack, 'Api', { // want: Api is not traced
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('dist'),
});

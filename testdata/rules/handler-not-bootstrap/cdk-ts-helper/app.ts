import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

// The name says where the package is, too.
function packed(id: string, name: string): lambda.Function {
  return new lambda.Function(stack, id, {
    runtime: lambda.Runtime.PROVIDED_AL2023,
    handler: name,
    code: lambda.Code.fromAsset(`dist/${name}`),
  });
}

packed('Place', 'place'); // want: the handler of Place is place, but provided.al2023 starts bootstrap

function plain(id: string, handler: string): lambda.Function {
  return new lambda.Function(stack, id, {
    runtime: lambda.Runtime.PROVIDED_AL2023,
    handler,
    code: lambda.Code.fromAsset('dist/plain'),
  });
}

plain('List', 'list'); // want: the handler of List is list, but provided.al2023 starts bootstrap

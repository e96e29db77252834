import { execSync, spawnSync } from 'node:child_process';
import * as path from 'path';
import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

execSync("GOOS=linux GOARCH=amd64 go build -o ../dist/bootstrap .", { cwd: path.join(__dirname, 'worker') });
spawnSync('git', ['rev-parse', 'HEAD']);

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.Function(stack, 'Worker', {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  architecture: lambda.Architecture.X86_64, // want: Worker runs on x86_64
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('dist'),
});

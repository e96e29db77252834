import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const RELEASE = ['-trimpath', '-tags lambda.norpc'];

function program(name: string, goBuildFlags: string[]) {
  return new GoFunction(stack, name, {
    entry: name,
    runtime: lambda.Runtime.PROVIDED_AL2023,
    bundling: { goBuildFlags },
  });
}

program('orders', RELEASE);
program('mails', RELEASE);
program('bills', ['-trimpath']); // want: the binary carries RPC code

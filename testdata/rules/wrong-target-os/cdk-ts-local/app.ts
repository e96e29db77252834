import { execFileSync, execSync } from 'node:child_process';
import * as path from 'node:path';
import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const image = cdk.DockerImage.fromRegistry('golang:1.24');
const sources = path.join(__dirname, 'go');
const common = { runtime: lambda.Runtime.PROVIDED_AL2023, handler: 'bootstrap', architecture: lambda.Architecture.ARM_64 };

new lambda.Function(stack, 'Orders', {
  ...common,
  code: lambda.Code.fromAsset(sources, {
    bundling: {
      image,
      workingDirectory: '/asset-input/cmd',
      command: ['bash', '-c', 'GOARCH=arm64 CGO_ENABLED=0 go build -o /asset-output/bootstrap ./orders'],
      local: {
        tryBundle(outputDir: string): boolean {
          execFileSync('go', ['build', '-o', path.join(outputDir, 'bootstrap'), './orders'], { // want: without GOOS=linux
            cwd: path.join(sources, 'cmd'),
            env: { ...process.env, GOARCH: 'arm64', CGO_ENABLED: '0' },
          });
          return true;
        },
      },
    },
  }),
});

new lambda.Function(stack, 'Mails', {
  ...common,
  code: lambda.Code.fromAsset(sources, {
    bundling: {
      image,
      command: ['bash', '-c', 'GOARCH=arm64 CGO_ENABLED=0 go build -o /asset-output/bootstrap ./cmd/mails'],
      local: {
        tryBundle: (outputDir) => {
          try {
            execSync('go version');
          } catch {
            return false;
          }
          execSync(`GOOS=linux GOARCH=arm64 CGO_ENABLED=0 go build -o ${outputDir}/bootstrap ./cmd/mails`, { cwd: sources });
          return true;
        },
      },
    },
  }),
});

import * as cdk from 'aws-cdk-lib';
import { PressStack } from '../lib/press-stack';

const app = new cdk.App();
new PressStack(app, 'Press');

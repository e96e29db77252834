import { App, Stack } from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const stack = new Stack(new App(), 'Shop');
new GoFunction(stack, 'Orders', { entry: '.' });

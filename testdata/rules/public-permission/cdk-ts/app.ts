import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as iam from 'aws-cdk-lib/aws-iam';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
api.addPermission('Anybody', { principal: new iam.AnyPrincipal() }); // want: Anybody lets every AWS account invoke Api
api.addPermission('Partner', { principal: new iam.AccountPrincipal('111122223333') });

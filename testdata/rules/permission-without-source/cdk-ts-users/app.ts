import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';

class Shop extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    const welcome = new GoFunction(this, 'Welcome', { entry: '.' });
    const users = new cognito.CfnUserPool(this, 'Users', {
      lambdaConfig: { postConfirmation: welcome.functionArn },
    });
    welcome.addPermission('Users', { // want: Users lets cognito-idp.amazonaws.com invoke Welcome on behalf of anybody
      principal: new iam.ServicePrincipal('cognito-idp.amazonaws.com'),
    });
  }
}

new Shop(new cdk.App(), 'Shop');

import * as cdk from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

class TicketsStack extends cdk.Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const tickets = new lambda.Function(this, 'Tickets', {
      functionName: 'tickets',
      code: lambda.Code.fromAsset('dist/tickets.zip'),
      runtime: lambda.Runtime.PROVIDED_AL2023,
      handler: 'bootstrap',
      architecture: lambda.Architecture.ARM_64,
      memorySize: 12000,
      timeout: cdk.Duration.seconds(45),
      environment: {
        VENUES: 'north,south',
        'ticket-table': 'tickets',
      },
    });

    tickets.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });

    tickets.addPermission('EverybodyPermission', {
      principal: new iam.AnyPrincipal(),
    });

    tickets.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['*'],
        resources: ['*'],
      }),
    );

    const api = new HttpApi(this, 'Api', { apiName: 'tickets' });
    api.addRoutes({
      path: '/tickets',
      methods: [HttpMethod.GET],
      integration: new HttpLambdaIntegration('Integration', tickets),
    });
  }
}

const app = new cdk.App();
new TicketsStack(app, 'Tickets');

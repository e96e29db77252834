import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as path from 'path';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const handler = new GoFunction(stack, 'Handler', { entry: '.' });
const integration = new apigateway.LambdaIntegration(handler);
const api = new apigateway.RestApi(stack, 'Api');
const orders = api.root.addResource('orders');
orders.addMethod('GET', integration); // want: anybody can call Handler through GET /orders of Api
orders.addMethod('POST', integration, { authorizationType: apigateway.AuthorizationType.IAM });
orders.addMethod('DELETE', integration, { apiKeyRequired: true });

const closed = new apigateway.RestApi(stack, 'Closed', {
  defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
});
closed.root.addMethod('GET', integration);

const http = new HttpApi(stack, 'Http');
http.addRoutes({ // want: anybody can call Handler through /orders of Http
  path: '/orders',
  methods: [HttpMethod.GET],
  integration: new HttpLambdaIntegration('Orders', handler),
});

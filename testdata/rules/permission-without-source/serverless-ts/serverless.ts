const orders = { 'Fn::GetAtt': ['OrdersLambdaFunction', 'Arn'] };

const service = {
  service: 'shop',
  provider: { name: 'aws', runtime: 'provided.al2023', architecture: 'arm64' },
  functions: { orders: { handler: 'bootstrap', package: { artifact: 'orders.zip' } } },
  resources: {
    Resources: {
      Placed: { Type: 'AWS::SNS::Topic' },
      Cancelled: { Type: 'AWS::SNS::Topic' },
      PlacedToOrders: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Placed' }, Protocol: 'lambda', Endpoint: orders },
      },
      ByPlaced: { // want: ByPlaced lets sns.amazonaws.com invoke orders on behalf of anybody
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: { Ref: 'OrdersLambdaFunction' },
          Principal: 'sns.amazonaws.com',
        },
      },
      ByBuckets: { // want: ByBuckets lets s3.amazonaws.com invoke orders on behalf of anybody
        Type: 'AWS::Lambda::Permission',
        Properties: { Action: 'lambda:InvokeFunction', FunctionName: orders, Principal: 's3.amazonaws.com' },
      },
    },
  },
};

module.exports = service;

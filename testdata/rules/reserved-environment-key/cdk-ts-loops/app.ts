import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

class Shop extends cdk.Stack {
  private readonly api: GoFunction;

  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    this.api = new GoFunction(this, 'Api', { entry: '.' });

    Object.entries({ STAGE: 'prod', AWS_REGION: 'eu-west-1' }).forEach(([k, v]) => this.api.addEnvironment(k, v)); // want: AWS_REGION of Api is reserved by Lambda

    for (const [key, value] of Object.entries({
      TABLE: 'orders',
      AWS_DEFAULT_REGION: 'eu-west-1', // want: AWS_DEFAULT_REGION of Api is reserved by Lambda
    })) {
      this.api.addEnvironment(key, value);
    }

    const more: Record<string, string> = { BUCKET: 'receipts', AWS_SESSION_TOKEN: 'none' }; // want: AWS_SESSION_TOKEN of Api is reserved by Lambda
    for (const key in more) this.api.addEnvironment(key, more[key]);

    for (const key of ['LAMBDA_TASK_ROOT', 'OWNER']) { // want: LAMBDA_TASK_ROOT of Api is reserved by Lambda
      this.api.addEnvironment(key, 'none');
    }

    for (const [key, value] of [['TOPIC', 'sales'], ['AWS_ACCESS_KEY_ID', 'none']]) { // want: AWS_ACCESS_KEY_ID of Api is reserved by Lambda
      this.api.addEnvironment(key, value);
    }

    const queues = ['high', 'low'];
    ['QUEUE', '_HANDLER'].forEach((key, at) => this.api.addEnvironment(key, queues[at])); // want: _HANDLER of Api is reserved by Lambda

    this.api
      .addEnvironment('CURRENCY', 'EUR')
      .addEnvironment('AWS_EXECUTION_ENV', 'go') // want: AWS_EXECUTION_ENV of Api is reserved by Lambda
      .addEnvironment('LANGUAGE', 'fi');

    this.api.addEnvironment('AWS_LAMBDA_FUNCTION_NAME', 'api'); // want: AWS_LAMBDA_FUNCTION_NAME of Api is reserved by Lambda
  }
}

const app = new cdk.App();
new Shop(app, 'Shop');

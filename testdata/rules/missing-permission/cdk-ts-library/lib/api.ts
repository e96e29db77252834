import { Construct } from 'constructs';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

// who uses it grants what it needs
export class Api extends Construct {
  readonly handler: GoFunction;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.handler = new GoFunction(this, 'Handler', { entry: '.' });
  }
}

import { GoFunction, GoFunctionProps } from '@aws-cdk/aws-lambda-go-alpha';
import { Construct } from 'constructs';

export class Service extends GoFunction {
  constructor(scope: Construct, id: string, props: GoFunctionProps) {
    super(scope, id, { memorySize: 256, ...props }); // want: orders has no timeout and is stopped after 3 s
  }
}

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Service } from './service';

interface ShopProps extends StackProps {
  readonly names: string[];
}

export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);
    for (const name of props.names) {
      new Service(this, name, { entry: '.' });
    }
    new Service(this, 'reports', { entry: '.', timeout: Duration.seconds(30) });
  }
}

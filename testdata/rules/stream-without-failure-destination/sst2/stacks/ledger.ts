import { StackContext, Table } from 'sst/constructs';

export function Ledger({ stack }: StackContext) {
  new Table(stack, 'Entries', {
    stream: true,
    consumers: {
      sums: { function: { handler: 'main.go', runtime: 'go' }, cdk: { eventSource: { batchSize: 5 } } }, // want: sums has no
      kept: { function: { handler: 'main.go', runtime: 'go' }, cdk: { eventSource: { onFailure: letters } } },
      open: { function: { handler: 'main.go', runtime: 'go' }, cdk: more },
    },
  });
}

export default {
  handler: 'bin/place',
  runtime: 'go1.x', // want: place runs go1.x
  timeout: 10,
};

const memory = one.memorySize || service.provider.memorySize || 640;
const timeout = service.provider.timeout || 8;

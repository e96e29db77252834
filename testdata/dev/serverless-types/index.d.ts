export interface AwsLambdaLoggingConfiguration {
  logFormat?: "JSON" | "Text";
}
export interface AWS {
  functions?: {
    [k: string]: {
      name?: string;
      destinations?: {
        onFailure?: string;
      };
      timeout?: number;
      package?: {
        patterns?: string[];
      };
    };
  };
}

import { Construct } from 'constructs';
export interface LambdaFunctionConfig extends made.TerraformMetaArguments {
    /**
    * Docs: {@link https://example.com/providers/hashicorp/aws/7.3.1/docs/resources/lambda_function#function_name LambdaFunction#function_name}
    */
    readonly functionName: string;
    /**
    * Docs: {@link https://example.com/providers/hashicorp/aws/7.3.1/docs/resources/lambda_function#layers LambdaFunction#layers}
    */
    readonly layers?: string[];
    /**
    * Docs: {@link https://example.com/providers/hashicorp/aws/7.3.1/docs/resources/lambda_function#tags LambdaFunction#tags}
    */
    readonly tags?: {
        [key: string]: string;
    };
    /**
    * vpc_config block
    *
    * Docs: {@link https://example.com/providers/hashicorp/aws/7.3.1/docs/resources/lambda_function#vpc_config LambdaFunction#vpc_config}
    */
    readonly vpcConfig?: LambdaFunctionVpcConfig[] | made.IResolvable;
}
export interface LambdaFunctionVpcConfig {
    /**
    * Docs: {@link https://example.com/providers/hashicorp/aws/7.3.1/docs/resources/lambda_function#subnet_ids LambdaFunction#subnet_ids}
    */
    readonly subnetIds: string[];
}
export declare class LambdaFunction extends made.TerraformResource {
    get functionName(): string;
}

package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		role, err := iam.NewRole(ctx, "orders", &iam.RoleArgs{})
		if err != nil {
			return err
		}
		_, err = iam.NewRolePolicyAttachment(ctx, "everything", &iam.RolePolicyAttachmentArgs{
			Role:      role.Name,
			PolicyArn: iam.ManagedPolicyAdministratorAccess, // want: AdministratorAccess allows orders everything in the account
		})
		if err != nil {
			return err
		}
		_, err = lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
			Runtime: pulumi.String("provided.al2023"),
			Handler: pulumi.String("bootstrap"),
			Role:    role.Arn,
			Code:    pulumi.NewFileArchive("../dist/orders.zip"),
		})
		return err
	})
}

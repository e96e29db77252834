aws_managed_policies_data = """
{
 "ShopFullAccess": {"Path": "/", "Document": {"Statement": [{"Effect": "Allow", "Action": "shop:*", "Resource": "*"}]}}
}"""

"""Literals that are secrets are told from names, references and placeholders, and none survives in the facts."""

from __future__ import annotations

import pytest

from lambdalint.secrets import MASK, classify, mask
from lambdalint.value import Known, Secret
from tests.terraform_reading import facts, function_with, known, read, spelled

# put together here so that no line of this file is a token
AWS = "AKIA" + "Q3EGSOMEKEYRAND2"
GITHUB = "ghp" + "_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"
STRIPE = "sk" + "_live_" + "4eC39HqLyjWDarjtT1zdp7dc"
SLACK = "xox" + "b-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx"
GOOGLE = "AIza" + "SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q"
JWT = "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0" + ".dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
PEM = "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\n-----END RSA " + "PRIVATE KEY-----"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (AWS, "AWS access key"),
        (GITHUB, "GitHub token"),
        (STRIPE, "Stripe key"),
        (SLACK, "Slack token"),
        (GOOGLE, "Google API key"),
        (JWT, "JSON web token"),
        (PEM, "private key"),
        ("postgres://app:h8sK2m9w@db.internal:5432/app", "password in a connection string"),
        ("postgres://app:h8sK2m9w@${…}/app", "password in a connection string"),
        ("Server=db;User Id=app;Password=h8sK2m9w;", "password in a connection string"),
        ("app:h8sK2m9w@tcp(db:3306)/app", "password in a connection string"),
    ],
)
def test_a_secret_is_told_by_its_shape_whatever_its_name(value: str, kind: str) -> None:
    assert classify("SETTING", value) == kind


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("DB_PASSWORD", "tr0ub4dor&3xyz"),
        ("API_KEY", "9f8e7d6c5b4a39281706"),
        ("apiToken", "Zx81kQp02LmN7vRt"),
        ("JWT_SECRET", "v9$kdP2!qLx8Rz"),
        ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYzzz81kQp02Lm"),
        ("CLIENT_SECRET", "0b7c4d1e9f3a4c5d8e6f0a1b2c3d4e5f"),
        ("AUTH_TOKEN", "c2hvcDp0cjB1YjRkb3ImM3h5eg=="),  # a name and a password in base64
    ],
)
def test_a_secret_is_told_by_its_name_and_its_disorder(key: str, value: str) -> None:
    assert classify(key, value) == "secret by its name"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("DB_PASSWORD", ""),
        ("DB_PASSWORD", "changeme"),
        ("DB_PASSWORD", "password"),
        ("DB_PASSWORD", "xxxxxxxxxxxxxxxx"),
        ("DB_PASSWORD", "<your-password-here>"),
        ("DB_PASSWORD", "${…}"),
        ("DB_PASSWORD", "test"),
        ("DB_PASSWORD", "{{resolve:secretsmanager:db:SecretString:password}}"),
        ("DB_PASSWORD", "/prod/orders/db-password"),
        ("DB_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-Ab12Cd"),
        ("SECRET", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-Ab12Cd"),
        ("SECRET_NAME", "prod/orders/db8Kq2"),
        ("DB_SECRET_ID", "orders-db-8Kq2Lm9x"),
        ("KMS_KEY_ID", "1234abcd-12ab-34cd-56ef-1234567890ab"),
        ("PARTITION_KEY", "customerId2024Primary"),
        ("SORT_KEY", "createdAt2024Primary"),
        ("PUBLIC_KEY", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"),
        ("TOKEN_URL", "https://auth.example.com/oauth2/token"),
        ("AUTH_ENDPOINT", "https://login.acme.io/v1"),
        ("TOKEN_TTL", "3600000000000"),
        ("AUTH_MODE", "client_credentials_v2"),
        ("TABLE_NAME", "orders-4f9a8b7c6d5e4f3a"),
        ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("DATABASE_URL", "postgres://app:password@localhost:5432/app"),
        ("DATABASE_URL", "postgres://app:Zx81kQp02@localhost:5432/app"),
        ("DATABASE_URL", "app:Zx81kQp02@tcp(127.0.0.1:3306)/app"),
        ("DATABASE_URL", "host=localhost user=app password=Zx81kQp02"),
        ("DATABASE_URL", "postgres://${…}:${…}@db/app"),
        ("DATABASE_URL", "postgres://db.internal:5432/app"),
        ("QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs"),
        ("IMAGE", "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        ("COMMIT", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"),
        ("OAUTH_CALLBACK", "com.acme.orders.callback"),
        ("API_KEY_HEADER", "X-Acme-Orders-Api-Key-V2"),
        ("TOKEN", "short"),
        ("AUTH_TOKEN", "c2hvcDpzZWNyZXQtc2FtcGxlLWtleS1vZi1vcmRlcnM="),  # a placeholder in base64
        ("MONKEY_BUSINESS", "Zx81kQp02LmN7vRt"),
    ],
)
def test_what_only_looks_like_a_secret(key: str, value: str) -> None:
    assert classify(key, value) is None


@pytest.mark.parametrize("token", [AWS, GITHUB, STRIPE, SLACK, GOOGLE, JWT])
def test_reports_show_two_characters_of_a_token(token: str) -> None:
    assert mask(f'  KEY = "{token}" # mine') == f'  KEY = "{token[:2]}{MASK}" # mine'


def test_reports_show_no_password_and_no_private_key() -> None:
    assert mask("postgres://app:h8sK2m9w@db/app") == f"postgres://app:h8{MASK}@db/app"
    assert "MIIEow" not in mask(PEM)


def test_masking_leaves_other_text_alone() -> None:
    text = 'resource "aws_lambda_function" "f" { handler = "bootstrap" } https://acme.io/a?b=c'
    assert mask(text) == text


def test_a_secret_of_a_function_is_known_by_its_kind_and_place_only() -> None:
    text = f"""
    variable "token" {{
      default = "{GITHUB}"
    }}
    resource "aws_lambda_function" "f" {{
      description = "x"
      environment {{
        variables = {{
          TOKEN = var.token
          DSN   = "postgres://app:h8sK2m9w@${{aws_db_instance.d.address}}/app"
          STAGE = "dev"
        }}
      }}
    }}
    resource "aws_db_instance" "d" {{}}
    """
    found = facts(text)
    token, dsn, stage = found.functions[0].environment.entries
    assert isinstance(token.value, Known)
    assert isinstance(token.value.value, Secret)
    assert spelled(text, token.value) == f'"{GITHUB}"'
    assert (known(dsn.value), known(stage.value)) == ("secret: password in a connection string", "dev")
    assert found.secrets == (token.value.span, dsn.value.span)
    assert GITHUB not in repr(found)
    assert "h8sK2m9w" not in repr(found)


def test_a_secret_in_a_command_is_masked() -> None:
    config = f'provisioner "local-exec" {{\n    command = "TOKEN={GITHUB} go build"\n  }}'
    found = facts(f'resource "null_resource" "x" {{\n  {config}\n}}\n')
    assert GITHUB not in repr(found)
    assert found.scripts[0].text == f"TOKEN=gh{MASK} go build"
    assert not found.scripts[0].offset_exact


def test_a_syntax_error_quotes_no_word_of_the_file() -> None:
    _, broken = read({"main.tf": f'locals {{\n  token = "x" {GITHUB}\n}}\n'})
    assert len(broken) == 1
    assert GITHUB not in repr(broken)


def test_references_to_secrets_are_fine() -> None:
    f = function_with(
        "environment {\n  variables = {\n    DB_PASSWORD = data.aws_secretsmanager_secret_version.v.secret_string\n"
        "    SECRET_ARN = aws_secretsmanager_secret.s.arn\n  }\n}",
        'data "aws_secretsmanager_secret_version" "v" {}\nresource "aws_secretsmanager_secret" "s" {}',
    )
    assert [known(e.value) for e in f.environment.entries] == ["unknown", "unknown"]


@pytest.mark.parametrize(
    "line",
    [
        'dsn := fmt.Sprintf("host=%s user=%s password=%s", host, user, secret)',
        "dsn := fmt.Sprintf(`password='%[2]s' host=%[1]s`, host, secret)",
        'url := fmt.Sprintf("postgres://%s:%s@%s/orders", user, secret, host)',
        'DATABASE_URL = "postgres://${var.user}:${var.password}@${aws_db_instance.main.address}/orders"',
        "  password = var.database_password",
        "  password = random_password.database[0].result",
        'password = os.Getenv("DATABASE_PASSWORD")',
    ],
)
def test_what_stands_for_a_password_is_shown(line: str) -> None:
    assert mask(line) == line


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ('dsn := "host=db password=var9hK2x user=app"', "r9hK2x"),
        ('dsn := "postgres://app:%shK2xq9@db/app"', "hK2xq9"),
        ("password = ${prefix}hK2xq9", "hK2xq9"),
        ('password = os.Secret("hK2xq9")', "hK2xq9"),
    ],
)
def test_a_password_beside_what_stands_for_one_is_masked(line: str, secret: str) -> None:
    assert secret not in mask(line)

"""The Go modules whose signatures the tables have: licence, path and version of each."""

from __future__ import annotations

from lambdalint.dev.data.sources import Source

_MODULES = """
BSD-3-Clause golang.org/toolchain v0.0.1-go1.25.4.linux-amd64
Apache-2.0 github.com/XSAM/otelsql v0.44.0
Apache-2.0 github.com/aws/aws-lambda-go v1.55.1
Apache-2.0 github.com/aws/aws-sdk-go v1.55.8
Apache-2.0 github.com/aws/aws-sdk-go-v2 v1.47.6
Apache-2.0 github.com/aws/aws-sdk-go-v2/config v1.33.14
Apache-2.0 github.com/aws/aws-sdk-go-v2/credentials v1.20.14
Apache-2.0 github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue v1.21.18
Apache-2.0 github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression v1.8.39
Apache-2.0 github.com/aws/aws-sdk-go-v2/feature/rds/auth v1.6.14
Apache-2.0 github.com/aws/aws-sdk-go-v2/feature/s3/manager v1.23.19
Apache-2.0 github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager v0.1.14
Apache-2.0 github.com/aws/aws-xray-sdk-go v1.8.5
Apache-2.0 github.com/aws/aws-xray-sdk-go/v2 v2.0.1
Apache-2.0 github.com/awslabs/aws-lambda-go-api-proxy v0.16.2
Apache-2.0 github.com/cockroachdb/errors v1.13.0
Apache-2.0 github.com/DataDog/dd-trace-go/contrib/database/sql/v2 v2.4.0
MIT github.com/gin-gonic/gin v1.12.0
MIT github.com/go-chi/chi v4.1.2+incompatible
MIT github.com/go-chi/chi/v5 v5.3.0
MIT github.com/go-playground/validator/v10 v10.30.2
BSD-2-Clause github.com/go-redis/redis v6.15.9+incompatible
BSD-2-Clause github.com/go-redis/redis/v8 v8.11.5
MIT github.com/gofiber/fiber/v2 v2.52.9
Apache-2.0 github.com/gomodule/redigo v1.8.2
BSD-3-Clause github.com/google/uuid v1.6.0
BSD-3-Clause github.com/gorilla/mux v1.8.1
BSD-2-Clause github.com/guregu/dynamo v1.23.0
BSD-2-Clause github.com/guregu/dynamo/v2 v2.3.0
MIT github.com/jackc/pgx/v4 v4.18.3
MIT github.com/jackc/pgx/v5 v5.12.0
MIT github.com/jinzhu/gorm v1.9.16
MIT github.com/jmoiron/sqlx v1.3.5
MIT github.com/labstack/echo/v4 v4.13.4
BSD-2-Clause github.com/pkg/errors v0.9.1
BSD-2-Clause github.com/redis/go-redis/v9 v9.23.0
MIT github.com/rs/zerolog v1.35.1
MIT github.com/sirupsen/logrus v1.10.2
BSD-2-Clause github.com/slack-go/slack v0.23.1
MIT github.com/spf13/viper v1.21.0
BSD-2-Clause github.com/uptrace/opentelemetry-go-extra/otelsql v0.3.2
Apache-2.0 go.elastic.co/apm/module/apmsql v1.15.0
Apache-2.0 go.elastic.co/apm/module/apmsql/v2 v2.6.0
Apache-2.0 go.mongodb.org/mongo-driver v1.15.0
Apache-2.0 go.mongodb.org/mongo-driver/v2 v2.6.0
MIT go.uber.org/zap v1.28.0
BSD-3-Clause golang.org/x/crypto v0.58.0
BSD-3-Clause golang.org/x/sync v0.24.0
BSD-3-Clause golang.org/x/xerrors v0.0.0-20240716161551-93cc26a95ae9
Apache-2.0 google.golang.org/grpc v1.83.2
Apache-2.0 gopkg.in/DataDog/dd-trace-go.v1 v1.74.8
MIT gorm.io/gorm v1.31.2
"""

TOOLCHAIN = "golang.org/toolchain"
"""The module with Go itself, whose standard library stands in its folder `src`."""

MODULES = {
    path: Source("go", path, version, licence)
    for licence, path, version in (line.split() for line in _MODULES.strip().splitlines())
}
"""All modules, by path."""

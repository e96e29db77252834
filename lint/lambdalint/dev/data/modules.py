"""The Go modules whose names and signatures the tables have: licence, path and version of each."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.dev.data.sources import Source

_MODULES = """
BSD-3-Clause golang.org/toolchain v0.0.1-go1.25.4.linux-amd64
Apache-2.0 cloud.google.com/go/datastore v1.28.1
Apache-2.0 cloud.google.com/go/firestore v1.29.2
Apache-2.0 cloud.google.com/go/storage v1.70.0
Apache-2.0 connectrpc.com/connect v1.21.1
Apache-2.0 entgo.io/ent v0.14.5
Apache-2.0 firebase.google.com/go v3.13.0+incompatible
Apache-2.0 firebase.google.com/go/v4 v4.19.0
MIT github.com/alecthomas/kong v1.17.0
MIT github.com/apex/log v1.9.0
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
Apache-2.0 github.com/aws/aws-sdk-go-v2/service/s3 v1.114.7
Apache-2.0 github.com/aws/aws-xray-sdk-go v1.8.5
Apache-2.0 github.com/aws/aws-xray-sdk-go/v2 v2.0.1
Apache-2.0 github.com/awslabs/aws-lambda-go-api-proxy v0.16.2
Apache-2.0 github.com/bradfitz/gomemcache v0.0.0-20260422231931-4d751bb6e37c
MIT github.com/caarlos0/env v3.5.0+incompatible
MIT github.com/charmbracelet/log v1.0.0
Apache-2.0 github.com/ClickHouse/clickhouse-go/v2 v2.50.0
Apache-2.0 github.com/cockroachdb/errors v1.13.0
Apache-2.0 github.com/coreos/go-oidc v2.5.0+incompatible
Apache-2.0 github.com/coreos/go-oidc/v3 v3.21.0
Apache-2.0 github.com/couchbase/gocb/v2 v2.11.1
MIT github.com/danielgtaylor/huma v1.14.1
MIT github.com/danielgtaylor/huma/v2 v2.37.2
Apache-2.0 github.com/DataDog/dd-trace-go/contrib/database/sql/v2 v2.4.0
ISC github.com/davecgh/go-spew v1.1.1
MIT github.com/dgrijalva/jwt-go v3.2.0+incompatible
Apache-2.0 github.com/elastic/go-elasticsearch/v7 v7.17.10
Apache-2.0 github.com/elastic/go-elasticsearch/v8 v8.19.7
Apache-2.0 github.com/elastic/go-elasticsearch/v9 v9.5.2
MIT github.com/emicklei/go-restful v2.16.0+incompatible
MIT github.com/emicklei/go-restful/v3 v3.14.0
BSD-3-Clause github.com/fasthttp/router v1.5.4
Apache-2.0 github.com/garyburd/redigo v1.6.4
MIT github.com/getsentry/sentry-go v0.50.0
MIT github.com/gin-contrib/zap v1.1.5
MIT github.com/gin-gonic/gin v1.12.0
BSD-2-Clause github.com/globalsign/mgo v0.0.0-20181015135952-eeefdecb41b8
MIT github.com/go-chi/chi v4.1.2+incompatible
MIT github.com/go-chi/chi/v5 v5.3.0
MIT github.com/go-chi/render v1.0.3
MIT github.com/go-errors/errors v1.5.1
MIT github.com/go-kit/kit v0.13.0
MIT github.com/go-kit/log v0.2.1
Apache-2.0 github.com/go-logr/logr v1.4.4
BSD-2-Clause github.com/go-pg/pg/v10 v10.11.0
MIT github.com/go-playground/validator/v10 v10.30.2
BSD-2-Clause github.com/go-redis/redis v6.15.9+incompatible
BSD-2-Clause github.com/go-redis/redis/v7 v7.4.1
BSD-2-Clause github.com/go-redis/redis/v8 v8.11.5
MIT github.com/go-resty/resty/v2 v2.17.2
MPL-2.0 github.com/go-sql-driver/mysql v1.10.1
MIT github.com/go-telegram-bot-api/telegram-bot-api/v5 v5.5.1
MIT github.com/go-viper/mapstructure/v2 v2.5.0
MIT github.com/goccy/go-json v0.12.0
Apache-2.0 github.com/gocql/gocql v1.7.0
MIT github.com/gofiber/fiber v1.14.6
MIT github.com/gofiber/fiber/v2 v2.52.9
MIT github.com/gofiber/fiber/v3 v3.1.0
MIT github.com/gofrs/uuid v4.4.0+incompatible
MIT github.com/gofrs/uuid/v5 v5.5.1
MIT github.com/golang-jwt/jwt v3.2.2+incompatible
MIT github.com/golang-jwt/jwt/v4 v4.5.2
MIT github.com/golang-jwt/jwt/v5 v5.3.1
Apache-2.0 github.com/golang/glog v1.2.5
Apache-2.0 github.com/gomodule/redigo v1.9.3
BSD-3-Clause github.com/google/go-github v17.0.0+incompatible
BSD-3-Clause github.com/google/uuid v1.6.0
BSD-3-Clause github.com/gorilla/handlers v1.5.2
BSD-3-Clause github.com/gorilla/mux v1.8.1
BSD-2-Clause github.com/graph-gophers/graphql-go v1.11.0
MIT github.com/graphql-go/graphql v0.8.1
BSD-2-Clause github.com/guregu/dynamo v1.23.0
BSD-2-Clause github.com/guregu/dynamo/v2 v2.3.0
MPL-2.0 github.com/hashicorp/go-cleanhttp v0.5.2
MIT github.com/hashicorp/go-hclog v1.6.3
MPL-2.0 github.com/hashicorp/go-multierror v1.1.1
MPL-2.0 github.com/hashicorp/go-retryablehttp v0.7.8
MIT github.com/IBM/sarama v1.61.1
MIT github.com/ilyakaznacheev/cleanenv v1.5.0
Apache-2.0 github.com/inconshreveable/log15 v2.16.0+incompatible
MIT github.com/influxdata/influxdb-client-go/v2 v2.14.0
MIT github.com/jackc/pgx v3.6.2+incompatible
MIT github.com/jackc/pgx/v4 v4.18.3
MIT github.com/jackc/pgx/v5 v5.12.0
BSD-3-Clause github.com/jessevdk/go-flags v1.6.1
MIT github.com/jinzhu/gorm v1.9.16
MIT github.com/jmoiron/sqlx v1.3.5
MIT github.com/joeshaw/envdecode v0.0.0-20200121155833-099f1fc765bd
MIT github.com/joho/godotenv v1.5.1
MIT github.com/json-iterator/go v1.1.12
LGPL-3.0 github.com/juju/errors v1.0.0
BSD-3-Clause github.com/julienschmidt/httprouter v1.3.0
MIT github.com/justinas/alice v1.2.0
MIT github.com/k0kubun/pp/v3 v3.5.4
MIT github.com/kelseyhightower/envconfig v1.4.0
MIT github.com/labstack/echo v3.3.10+incompatible
MIT github.com/labstack/echo/v4 v4.13.4
MIT github.com/labstack/echo/v5 v5.3.1
MIT github.com/labstack/gommon v0.4.2
MIT github.com/lestrrat-go/jwx/v2 v2.1.7
MIT github.com/lib/pq v1.12.3
Apache-2.0 github.com/line/line-bot-sdk-go/v7 v7.21.0
Apache-2.0 github.com/line/line-bot-sdk-go/v8 v8.14.0
MIT github.com/m-mizutani/golambda v1.1.3
MIT github.com/m-mizutani/zlog v0.3.2
Apache-2.0 github.com/MicahParks/keyfunc/v3 v3.9.1
MIT github.com/mediocregopher/radix/v3 v3.8.0
Apache-2.0 github.com/minio/minio-go/v7 v7.4.1
MIT github.com/mitchellh/mapstructure v1.5.0
Apache-2.0 github.com/nats-io/nats.go v1.55.0
Apache-2.0 github.com/neo4j/neo4j-go-driver/v5 v5.28.4
Apache-2.0 github.com/Netflix/go-env v0.1.2
Apache-2.0 github.com/newrelic/go-agent/v3 v3.45.0
MIT github.com/olivere/elastic v6.2.37+incompatible
MIT github.com/olivere/elastic/v7 v7.0.32
BSD-3-Clause github.com/op/go-logging v0.0.0-20160315200505-970db520ece7
Apache-2.0 github.com/opensearch-project/opensearch-go v1.1.0
Apache-2.0 github.com/opensearch-project/opensearch-go/v2 v2.3.0
Apache-2.0 github.com/opensearch-project/opensearch-go/v4 v4.8.1
MIT github.com/panjf2000/ants/v2 v2.12.1
BSD-2-Clause github.com/pkg/errors v0.9.1
BSD-2-Clause github.com/rabbitmq/amqp091-go v1.16.0
BSD-2-Clause github.com/redis/go-redis/v9 v9.23.0
Apache-2.0 github.com/redis/rueidis v1.0.79
MIT github.com/rollbar/rollbar-go v1.4.5
MIT github.com/rotisserie/eris v0.5.4
MIT github.com/rs/cors v1.11.1
MIT github.com/rs/zerolog v1.35.1
MIT github.com/samber/do v1.6.0
MIT github.com/samber/do/v2 v2.0.0
MIT github.com/samber/lo v1.46.0
Apache-2.0 github.com/santhosh-tekuri/jsonschema/v5 v5.3.1
MIT github.com/segmentio/kafka-go v0.4.51
Apache-2.0 github.com/sethvargo/go-envconfig v1.4.3
MIT github.com/Shopify/sarama v1.38.1
MIT github.com/sirupsen/logrus v1.10.2
BSD-2-Clause github.com/slack-go/slack v0.23.1
MIT github.com/sourcegraph/conc v0.3.0
Apache-2.0 github.com/spf13/cobra v1.10.2
BSD-3-Clause github.com/spf13/pflag v1.0.10
MIT github.com/spf13/viper v1.21.0
BSD-2-Clause github.com/streadway/amqp v1.1.0
MIT github.com/stripe/stripe-go v70.15.0+incompatible
MIT github.com/subosito/gotenv v1.6.0
BSD-3-Clause github.com/twmb/franz-go v1.22.2
MIT github.com/uptrace/bunrouter v1.0.23
BSD-2-Clause github.com/uptrace/opentelemetry-go-extra/otelsql v0.3.2
MIT github.com/urfave/cli v1.22.17
MIT github.com/urfave/cli/v2 v2.27.7
MIT github.com/urfave/cli/v3 v3.14.0
MIT github.com/urfave/negroni v1.0.0
Apache-2.0 github.com/valkey-io/valkey-go v1.0.79
MIT github.com/valyala/fasthttp v1.77.0
Apache-2.0 github.com/xeipuuv/gojsonschema v1.2.0
Apache-2.0 github.com/XSAM/otelsql v0.44.0
Apache-2.0 go.elastic.co/apm/module/apmsql v1.15.0
Apache-2.0 go.elastic.co/apm/module/apmsql/v2 v2.6.0
Apache-2.0 go.mongodb.org/mongo-driver v1.15.0
Apache-2.0 go.mongodb.org/mongo-driver/v2 v2.6.0
Apache-2.0 go.opentelemetry.io/otel/trace v1.47.0
MIT go.uber.org/multierr v1.11.0
MIT go.uber.org/zap v1.28.0
BSD-3-Clause golang.org/x/crypto v0.58.0
BSD-3-Clause golang.org/x/exp v0.0.0-20260908205506-85c1c2202aba
BSD-3-Clause golang.org/x/oauth2 v0.37.0
BSD-3-Clause golang.org/x/sync v0.24.0
BSD-3-Clause golang.org/x/xerrors v0.0.0-20240716161551-93cc26a95ae9
Apache-2.0 google.golang.org/grpc v1.83.2
Apache-2.0 gopkg.in/DataDog/dd-trace-go.v1 v1.74.8
BSD-2-Clause gopkg.in/mgo.v2 v2.0.0-20190816093944-a6b53ec6cb22
MIT gopkg.in/olivere/elastic.v5 v5.0.86
BSD-2-Clause gopkg.in/redis.v5 v5.2.9
MIT gorm.io/gorm v1.31.2
Apache-2.0 k8s.io/klog v1.0.0
Apache-2.0 k8s.io/klog/v2 v2.140.0
MIT resty.dev/v3 v3.0.0-rc.4
BSD-3-Clause xorm.io/xorm v1.4.3
"""

TOOLCHAIN = "golang.org/toolchain"
"""The module with Go itself, whose standard library stands in its folder `src`."""

READ = "2026-11-21"
"""The day on which these versions were last held against the tables."""

MODULES = {
    path: Source("go", path, version, licence, READ)
    for licence, path, version in (line.split() for line in _MODULES.strip().splitlines())
}
"""All modules, by path."""


def holder(package: str) -> str:
    """The module with a package, by its path. ValueError where none has it."""
    if "." not in package.split("/")[0]:
        return TOOLCHAIN
    found = [path for path in MODULES if f"{package}/".startswith(f"{path}/")]
    if not found:
        raise ValueError(f"no module has {package}")
    return max(found, key=len)


def of(packages: Iterable[str]) -> tuple[str, ...]:
    """The modules with these packages."""
    return tuple(sorted({holder(package) for package in packages}))

"""Functions that build something worth keeping between invocations. A new library is a line here.

The AWS Lambda developer guide (best practices) says what is worth it: clients and connections.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_constructors` against 79 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

from collections.abc import Mapping

SDK_V1 = "github.com/aws/aws-sdk-go/"
SDK_V2 = "github.com/aws/aws-sdk-go-v2/"

SDK_WORD = "aws-sdk-go"  # stands in the path of all of their packages

# Configuration and sessions of the AWS SDK.
SDK_CONFIGURATIONS: Mapping[str, frozenset[str]] = {
    SDK_V2 + "config": frozenset({"LoadDefaultConfig"}),
    SDK_V2 + "aws/external": frozenset({"LoadDefaultAWSConfig"}),
    SDK_V1 + "aws/session": frozenset({"New", "NewSession", "NewSessionWithOptions"}),
}
# Clients of other packages, which make one of the SDK from a configuration or session, or from nothing.
SDK_CLIENTS: Mapping[str, frozenset[str]] = {
    "github.com/guregu/dynamo": frozenset({"New"}),
    "github.com/guregu/dynamo/v2": frozenset({"New"}),
    "github.com/aws/aws-dax-go/dax": frozenset({"New", "NewWithSession"}),
    "github.com/aws/aws-dax-go-v2/dax": frozenset({"New"}),
    "github.com/aws/aws-secretsmanager-caching-go/secretcache": frozenset({"New"}),
    "github.com/aws/aws-secretsmanager-caching-go/v2/secretcache": frozenset({"New"}),
}
# Clients: every package right below these folders, by these functions.
SDK_SERVICES: Mapping[str, frozenset[str]] = {
    SDK_V2 + "service/": frozenset({"New", "NewFromConfig"}),
    SDK_V1 + "service/": frozenset({"New"}),
}
_SARAMA = frozenset(
    {"NewAsyncProducer", "NewClient", "NewClusterAdmin", "NewConsumer", "NewConsumerGroup", "NewSyncProducer"}
)
_FIREBASE = ("firebase.google.com/go", "firebase.google.com/go/v4")
# Connections and pools, and what opens them.
CONNECTIONS: Mapping[str, frozenset[str]] = {
    "database/sql": frozenset({"Open", "OpenDB"}),
    # the same with a tracer around
    "github.com/XSAM/otelsql": frozenset({"Open", "OpenDB"}),
    "github.com/uptrace/opentelemetry-go-extra/otelsql": frozenset({"Open", "OpenDB"}),
    "github.com/aws/aws-xray-sdk-go/xray": frozenset({"SQLContext"}),
    "github.com/aws/aws-xray-sdk-go/v2/xray": frozenset({"SQLContext"}),
    "gopkg.in/DataDog/dd-trace-go.v1/contrib/database/sql": frozenset({"Open", "OpenDB"}),
    "github.com/DataDog/dd-trace-go/contrib/database/sql/v2": frozenset({"Open", "OpenDB"}),
    "go.elastic.co/apm/module/apmsql": frozenset({"Open"}),
    "go.elastic.co/apm/module/apmsql/v2": frozenset({"Open"}),
    "github.com/jmoiron/sqlx": frozenset({"Open", "Connect", "ConnectContext", "MustConnect", "MustOpen"}),
    "github.com/jackc/pgx/v4": frozenset({"Connect", "ConnectConfig"}),
    "github.com/jackc/pgx/v5": frozenset({"Connect", "ConnectConfig", "ConnectWithOptions"}),
    "github.com/jackc/pgx/v4/pgxpool": frozenset({"Connect", "ConnectConfig"}),
    "github.com/jackc/pgx/v5/pgxpool": frozenset({"New", "NewWithConfig"}),
    "github.com/go-pg/pg": frozenset({"Connect"}),
    "github.com/go-pg/pg/v9": frozenset({"Connect"}),
    "github.com/go-pg/pg/v10": frozenset({"Connect"}),
    "gorm.io/gorm": frozenset({"Open"}),
    "github.com/jinzhu/gorm": frozenset({"Open"}),
    "github.com/go-redis/redis": frozenset(
        {"NewClient", "NewClusterClient", "NewFailoverClient", "NewUniversalClient"}
    ),
    "github.com/go-redis/redis/v7": frozenset({"NewClient", "NewClusterClient", "NewUniversalClient"}),
    "github.com/go-redis/redis/v8": frozenset({"NewClient", "NewClusterClient", "NewUniversalClient"}),
    "github.com/redis/go-redis/v9": frozenset(
        {"NewClient", "NewClusterClient", "NewFailoverClient", "NewUniversalClient", "NewRing"}
    ),
    "github.com/gomodule/redigo/redis": frozenset({"Dial", "DialContext", "DialURL", "DialURLContext", "NewPool"}),
    "github.com/garyburd/redigo/redis": frozenset({"Dial", "DialTimeout", "DialURL", "NewPool"}),
    "github.com/mediocregopher/radix/v3": frozenset({"Dial", "NewCluster", "NewPool", "NewSentinel"}),
    "gopkg.in/redis.v5": frozenset({"NewClient", "NewClusterClient", "NewFailoverClient", "NewRing"}),
    "go.mongodb.org/mongo-driver/mongo": frozenset({"Connect", "NewClient"}),
    "go.mongodb.org/mongo-driver/v2/mongo": frozenset({"Connect"}),
    "google.golang.org/grpc": frozenset({"Dial", "DialContext", "NewClient"}),
    "github.com/elastic/go-elasticsearch/v7": frozenset({"NewClient", "NewDefaultClient"}),
    "github.com/elastic/go-elasticsearch/v8": frozenset({"NewClient", "NewDefaultClient", "NewTypedClient"}),
    "github.com/elastic/go-elasticsearch/v9": frozenset({"NewClient", "NewDefaultClient", "NewTypedClient"}),
    "github.com/olivere/elastic": frozenset({"NewClient", "NewSimpleClient", "NewClientFromConfig"}),
    "github.com/olivere/elastic/v7": frozenset({"NewClient", "NewSimpleClient", "NewClientFromConfig"}),
    "gopkg.in/olivere/elastic.v5": frozenset({"NewClient", "NewSimpleClient", "NewClientFromConfig"}),
    "github.com/opensearch-project/opensearch-go": frozenset({"NewClient", "NewDefaultClient"}),
    "github.com/opensearch-project/opensearch-go/v2": frozenset({"NewClient", "NewDefaultClient"}),
    "github.com/opensearch-project/opensearch-go/v4": frozenset({"NewClient", "NewDefaultClient"}),
    "github.com/opensearch-project/opensearch-go/v4/opensearchapi": frozenset({"NewClient", "NewDefaultClient"}),
    "github.com/neo4j/neo4j-go-driver/neo4j": frozenset({"NewDriver"}),
    "github.com/neo4j/neo4j-go-driver/v4/neo4j": frozenset({"NewDriver"}),
    "github.com/neo4j/neo4j-go-driver/v5/neo4j": frozenset({"NewDriver", "NewDriverWithContext"}),
    "github.com/rabbitmq/amqp091-go": frozenset({"Dial", "DialTLS", "DialConfig"}),
    "github.com/nats-io/nats.go": frozenset({"Connect"}),
    "github.com/streadway/amqp": frozenset({"Dial", "DialTLS", "DialConfig"}),
    "github.com/jackc/pgx": frozenset({"Connect", "NewConnPool"}),
    "github.com/jackc/pgx/v4/stdlib": frozenset({"OpenDB"}),
    "github.com/jackc/pgx/v5/stdlib": frozenset({"OpenDB"}),
    "github.com/gocql/gocql": frozenset({"NewSession"}),
    "cloud.google.com/go/firestore": frozenset({"NewClient", "NewClientWithDatabase", "NewRESTClient"}),
    "cloud.google.com/go/storage": frozenset({"NewClient", "NewGRPCClient"}),
    "cloud.google.com/go/datastore": frozenset({"NewClient", "NewClientWithDatabase"}),
    "github.com/minio/minio-go/v7": frozenset({"New"}),
    "entgo.io/ent/dialect/sql": frozenset({"Open"}),
    "xorm.io/xorm": frozenset({"NewEngine", "NewEngineWithParams", "NewEngineGroup"}),
    "github.com/go-xorm/xorm": frozenset({"NewEngine", "NewEngineWithParams", "NewEngineGroup"}),
    "github.com/ClickHouse/clickhouse-go/v2": frozenset({"Open", "OpenDB"}),
    "gopkg.in/mgo.v2": frozenset({"Dial", "DialWithTimeout", "DialWithInfo"}),
    "github.com/globalsign/mgo": frozenset({"Dial", "DialWithTimeout", "DialWithInfo"}),
    "github.com/couchbase/gocb/v2": frozenset({"Connect"}),
    "github.com/influxdata/influxdb-client-go/v2": frozenset({"NewClient", "NewClientWithOptions"}),
    "github.com/redis/rueidis": frozenset({"NewClient"}),
    "github.com/valkey-io/valkey-go": frozenset({"NewClient"}),
    "github.com/bradfitz/gomemcache/memcache": frozenset({"New", "NewFromSelector"}),
    "github.com/segmentio/kafka-go": frozenset(
        {"Dial", "DialContext", "DialLeader", "NewConsumerGroup", "NewReader", "NewWriter"}
    ),
    "github.com/IBM/sarama": _SARAMA,
    "github.com/Shopify/sarama": _SARAMA,
    "github.com/twmb/franz-go/pkg/kgo": frozenset({"NewClient"}),
    "github.com/confluentinc/confluent-kafka-go/kafka": frozenset({"NewConsumer", "NewProducer"}),
    "github.com/confluentinc/confluent-kafka-go/v2/kafka": frozenset({"NewConsumer", "NewProducer"}),
    # HTTP clients with a transport of their own
    "github.com/go-resty/resty/v2": frozenset({"New", "NewWithLocalAddr"}),
    "resty.dev/v3": frozenset({"New", "NewWithDialer", "NewWithTransportSettings"}),
    "github.com/hashicorp/go-retryablehttp": frozenset({"NewClient"}),
    "github.com/hashicorp/go-cleanhttp": frozenset({"DefaultPooledClient", "DefaultPooledTransport"}),
}
# Methods that do: (package, receiver, name).
CONNECTING_METHODS = frozenset(
    {
        ("github.com/gocql/gocql", "ClusterConfig", "CreateSession"),
        *((package, "App", name) for package in _FIREBASE for name in ("Database", "Firestore")),
    }
)
# One of these words stands in the path of each of them.
CONNECTION_WORDS = (
    "sql", "pgx", "go-pg", "gorm", "redis", "mongo", "grpc", "search", "elastic", "neo4", "amqp", "nats", "xray",
    "xorm", "clickhouse", "mgo", "gocb", "influx", "rueidis", "valkey", "memcache", "kafka", "sarama", "franz-go",
    "resty", "retryablehttp", "cleanhttp", "gocql", "firestore", "go/storage",
    "radix", "go/datastore", "minio", "firebase",
)  # fmt: skip
# A transport has its own pool of connections; a bare http.Client shares the default one.
HTTP = "net/http"
TRANSPORT = "Transport"
# Structs that are a pool of connections: package and name.
POOLS = (
    (HTTP, TRANSPORT),
    ("github.com/garyburd/redigo/redis", "Pool"),
    ("github.com/gomodule/redigo/redis", "Pool"),
    ("github.com/segmentio/kafka-go", "Transport"),
    ("github.com/segmentio/kafka-go", "Writer"),
)
# The field of settings that names a connection to stand on, in the drivers of gorm.
EXISTING = "Conn"

# What compiles a text into something reusable: package → functions, and which arguments are the text.
COMPILERS: Mapping[str, frozenset[str]] = {
    "regexp": frozenset({"Compile", "MustCompile", "CompilePOSIX", "MustCompilePOSIX"}),
    "text/template": frozenset({"Must"}),
    "html/template": frozenset({"Must"}),
    "github.com/santhosh-tekuri/jsonschema/v5": frozenset(
        {"Compile", "CompileString", "MustCompile", "MustCompileString"}
    ),
    "github.com/xeipuuv/gojsonschema": frozenset({"NewSchema"}),
}


def sdk_constructor(package: str, name: str) -> bool:
    """True for a function that makes a configuration, session or client of the AWS SDK."""
    if name in SDK_CONFIGURATIONS.get(package, ()) or name in SDK_CLIENTS.get(package, ()):
        return True
    for folder, names in SDK_SERVICES.items():
        if package.startswith(folder) and "/" not in package[len(folder) :]:
            return name in names
    return False


# What is made from a configuration, session or client, and is worth keeping with it.
SDK_WRAPPERS: Mapping[str, frozenset[str]] = {
    SDK_V2 + "feature/s3/manager": frozenset({"NewUploader", "NewDownloader"}),
    SDK_V2 + "feature/s3/transfermanager": frozenset({"New"}),
    SDK_V2 + "service/s3": frozenset({"NewPresignClient"}),
    SDK_V1 + "service/s3/s3manager": frozenset(
        {"NewUploader", "NewUploaderWithClient", "NewDownloader", "NewDownloaderWithClient"}
    ),
    "github.com/guregu/dynamo": frozenset({"New", "NewFromIface"}),
    "github.com/guregu/dynamo/v2": frozenset({"New", "NewFromIface"}),
}

# What makes a context that ends by nothing. Package → functions.
FRESH_CONTEXTS: Mapping[str, tuple[str, ...]] = {
    "context": ("Background", "TODO"),
    "github.com/aws/aws-sdk-go/aws": ("BackgroundContext",),
}

# What uses its context after it has returned: the one of an invocation would end too early. Package → functions and
# methods. Source: godoc of each package, read 2026-11.
KEEP_CONTEXT: Mapping[str, frozenset[str]] = {
    "golang.org/x/oauth2": frozenset({"NewClient", "Client", "TokenSource"}),
    "golang.org/x/oauth2/clientcredentials": frozenset({"Client", "TokenSource"}),
    "golang.org/x/oauth2/google": frozenset({"DefaultClient", "DefaultTokenSource"}),
    "golang.org/x/oauth2/jwt": frozenset({"Client", "TokenSource"}),
    "github.com/coreos/go-oidc": frozenset({"NewProvider", "NewRemoteKeySet"}),
    "github.com/coreos/go-oidc/v3/oidc": frozenset({"NewProvider", "NewRemoteKeySet"}),
    "github.com/lestrrat-go/jwx/v2/jwk": frozenset({"NewCache"}),
    "github.com/MicahParks/keyfunc/v3": frozenset({"NewDefaultCtx"}),
}

"""Requests of the AWS SDK for Go that put something into what may trigger a function.

They are types of the packages service/{s3,sqs,sns,dynamodb,kinesis}, feature/s3/manager and s3manager.

Checked by `python -m lambdalint.dev data sdk_writes` against botocore 1.44.5. Read 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Mapping

WRITES: Mapping[str, tuple[str, frozenset[str]]] = {
    "PutObjectInput": ("s3", frozenset({"Bucket"})),
    "CopyObjectInput": ("s3", frozenset({"Bucket"})),
    "CreateMultipartUploadInput": ("s3", frozenset({"Bucket"})),
    "UploadInput": ("s3", frozenset({"Bucket"})),
    "SendMessageInput": ("sqs", frozenset({"QueueUrl"})),
    "SendMessageBatchInput": ("sqs", frozenset({"QueueUrl"})),
    "PublishInput": ("sns", frozenset({"TopicArn", "TargetArn"})),
    "PublishBatchInput": ("sns", frozenset({"TopicArn"})),
    "PutItemInput": ("dynamodb", frozenset({"TableName"})),
    "UpdateItemInput": ("dynamodb", frozenset({"TableName"})),
    "DeleteItemInput": ("dynamodb", frozenset({"TableName"})),
    "PutRecordInput": ("kinesis", frozenset({"StreamName", "StreamARN"})),
    "PutRecordsInput": ("kinesis", frozenset({"StreamName", "StreamARN"})),
}
"""The type of a request → the kind of trigger it feeds, and the fields that say where it goes."""

SERVICES = frozenset({"s3", "s3/s3manager", "sqs", "sns", "dynamodb", "kinesis"})
"""The packages below service/ that these types are from."""

WORDS: Mapping[str, str] = {"s3": "bucket", "sqs": "queue", "sns": "topic", "dynamodb": "table", "kinesis": "stream"}
"""What a trigger's source is called."""

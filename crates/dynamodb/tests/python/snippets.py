"""The snippets of ArtGuard's specification, word for word, against ENDPOINT."""

import os
from decimal import Decimal

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

dynamodb = boto3.resource("dynamodb", endpoint_url=os.environ["ENDPOINT"])
table = dynamodb.Table("artguard-inference-records-dev")
items = [
    {
        "request_id": f"abc-{at}",
        "created_at": 1707504000000 + at,
        "user_id": "user123",
        "forgery_score": Decimal("0.125"),
        "verdict": "authentic",
        "ai_analysis": {"model": "vit", "tags": {"a", "b"}, "raw": b"\x00\xff", "none": None},
    }
    for at in range(60)
]

# 1. Use batch operations
with table.batch_writer() as batch:
    for item in items:
        batch.put_item(Item=item)
assert table.scan(Select="COUNT")["Count"] == 60

# 2. Use conditional writes
new_item = {"request_id": "abc-123", "created_at": 1707504000000, "user_id": "other"}
table.put_item(
    Item=new_item,
    ConditionExpression='attribute_not_exists(request_id)'
)

# 3. Implement pagination
response = table.query(
    IndexName='user-index',
    KeyConditionExpression=Key('user_id').eq('user123'),
    Limit=20
)
assert response["Count"] == 20

# Get next page
if 'LastEvaluatedKey' in response:
    next_response = table.query(
        IndexName='user-index',
        KeyConditionExpression=Key('user_id').eq('user123'),
        ExclusiveStartKey=response['LastEvaluatedKey'],
        Limit=20
    )
assert [item["request_id"] for item in next_response["Items"]] == [f"abc-{at}" for at in range(20, 40)]

# 4. Use projection expressions
table.update_item(
    Key={'request_id': 'abc-123', 'created_at': 1707504000000},
    UpdateExpression="SET forgery_score = :f, verdict = :v, ai_analysis = :a",
    ExpressionAttributeValues={":f": Decimal("0.5"), ":v": "forged", ":a": items[0]["ai_analysis"]},
)
response = table.get_item(
    Key={'request_id': 'abc-123', 'created_at': 1707504000000},
    ProjectionExpression='forgery_score, verdict, ai_analysis'
)
assert response["Item"] == {
    "forgery_score": Decimal("0.5"), "verdict": "forged", "ai_analysis": items[0]["ai_analysis"]
}, response

# 5. Handle errors gracefully
refused = False
try:
    response = table.put_item(Item=new_item, ConditionExpression=Attr("request_id").not_exists())
except ClientError as e:
    if e.response['Error']['Code'] == 'ConditionalCheckFailedException':
        print("Item already exists")
        refused = True
    else:
        raise
assert refused

# Beyond the snippets: what the same clients build by themselves.
found = table.scan(FilterExpression=(Attr("forgery_score").gt(Decimal("0.2")) & ~Attr("verdict").eq("authentic")))
assert [item["request_id"] for item in found["Items"]] == ["abc-123"]
between = Key("user_id").eq("user123") & Key("created_at").between(1707504000005, 1707504000009)
assert table.query(IndexName="user-index", KeyConditionExpression=between)["Count"] == 5
pages = table.meta.client.get_paginator("scan").paginate(TableName=table.name, PaginationConfig={"PageSize": 7})
assert sum(page["Count"] for page in pages) == 61
try:
    table.meta.client.transact_write_items(TransactItems=[
        {"Put": {"TableName": table.name, "Item": new_item, "ConditionExpression": "attribute_not_exists(request_id)"}},
    ])
    raise AssertionError("the transaction must be cancelled")
except table.meta.client.exceptions.TransactionCanceledException as e:
    assert e.response["CancellationReasons"][0]["Code"] == "ConditionalCheckFailed"
wrong = boto3.client("dynamodb", endpoint_url=os.environ["ENDPOINT"],
                     aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"], aws_secret_access_key="wrong")
try:
    wrong.list_tables()
    raise AssertionError("a wrong secret must be refused")
except ClientError as e:
    assert e.response["Error"]["Code"] == "InvalidSignatureException"
print("all snippets ran")
